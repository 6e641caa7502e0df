using DepGraph.Graph;
using DepGraph.Recording.Launch;
using Spectre.Console;

namespace DepGraph.Tool;

/// <summary>Shows on a terminal what is being loaded while it is recorded; redirected output stays plain.</summary>
internal static class RecordingProgress
{
    public static async Task<LoadGraph> ShowAsync(bool isBuild, RunOptions options, Func<RunOptions, Task<LoadGraph>> record)
    {
        var name = RunOptions.NameOf(options.Command);
        if (!isBuild && !Console.IsOutputRedirected)
        {
            return await AnsiConsole.Status().StartAsync(Markup.Escape($"Recording {name} ..."), async status =>
            {
                var count = 0;
                return await record(options with { Loading = loaded => status.Status(Markup.Escape($"Recording {name}: {++count} {loaded}")) });
            });
        }

        if (!isBuild)
            Console.WriteLine($"Recording {name} ...");
        return await record(options);
    }
}
