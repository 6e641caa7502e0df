using DepGraph.Graph;
using DepGraph.Recording;
using DepGraph.Recording.Launch;
using Spectre.Console;

namespace DepGraph.Tool;

/// <summary>Shows on a terminal what is being loaded while it records; redirected output stays plain.</summary>
internal static class RecordingProgress
{
    public static async Task<LoadGraph> ShowAsync(bool isBuild, RunOptions options, CancellationToken cancellation)
    {
        var name = RunOptions.NameOf(options.Command);
        if (isBuild) return await StartupRun.RecordAsync(options, cancellation);
        if (Console.IsOutputRedirected)
        {
            Console.WriteLine($"Recording {name} ...");
            return await StartupRun.RecordAsync(options, cancellation);
        }

        return await AnsiConsole.Status().StartAsync(Markup.Escape($"Recording {name} ..."), async status =>
        {
            var count = 0;
            var watched = options with { Loading = loaded => status.Status(Markup.Escape($"Recording {name}: {++count} {loaded}")) };
            return await StartupRun.RecordAsync(watched, cancellation);
        });
    }
}
