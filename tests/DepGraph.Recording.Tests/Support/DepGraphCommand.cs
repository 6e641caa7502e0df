using DepGraph.Graph;
using DepGraph.Reports.Json;

namespace DepGraph.Recording.Tests.Support;

/// <summary>The <c>depgraph</c> command as users run it.</summary>
internal static class DepGraphCommand
{
    private static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "depgraph.dll");

    /// <summary>Records a command and reads the graph that was written.</summary>
    public static async Task<LoadGraph> RecordAsync(string[] command, params (string Name, string Value)[] environment)
    {
        using var folder = new TemporaryFolder();
        var options = environment.SelectMany(variable => new[] { "-e", $"{variable.Name}={variable.Value}" });
        var started = await ProgramRun.DotnetAsync([Dll, "record", "-o", folder.Path, "--name", "app", .. options, "--", .. command]);
        started.ExitCode.ShouldBeOneOf([0, 3], started.Text);
        return GraphJsonReader.ReadFile(Path.Combine(folder.Path, "app.depgraph.json"));
    }
}
