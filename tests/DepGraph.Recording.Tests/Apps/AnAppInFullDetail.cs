using DepGraph.Recording.Launch;
using DepGraph.Recording.Tests.Support;
using DepGraph.Reports.Json;

namespace DepGraph.Recording.Tests.Apps;

public class AnAppInFullDetail
{
    [Fact]
    public async Task Loads_the_same_and_tells_what_goes_into_types_and_precompiled_code()
    {
        string[] command = ["dotnet", await TestApps.DllAsync("Hello")];

        var graph = await StartupRun.RecordAsync(new RunOptions { Command = command, IsFull = true }, CancellationToken.None);

        graph.Nodes.Select(node => node.Id).ShouldBe((await Recorded.OnceAsync("Hello")).Nodes.Select(node => node.Id));
        graph.Nodes.Sum(node => node.TypeLoadMs ?? 0).ShouldBeGreaterThan(0);
        graph.Nodes.Sum(node => node.RestoreMs ?? 0).ShouldBeGreaterThan(0);
        graph.Nodes.ShouldAllBe(node => node.CompileMs + node.TypeLoadMs + node.RestoreMs + node.InitializeMs <= node.RunMs + 0.001);
        graph.Run.EventsLost.ShouldBe(0);
    }

    [Fact]
    public async Task Is_started_once_more_by_the_command_which_keeps_the_usual_times()
    {
        using var folder = new TemporaryFolder();
        string[] options = ["-o", folder.Path, "--formats", "json,md", "--detail", "full"];

        var recorded = await ProgramRun.DotnetAsync(
            [Path.Combine(AppContext.BaseDirectory, "depgraph.dll"), "record", .. options, "--", "dotnet", await TestApps.DllAsync("Hello")]);

        recorded.ExitCode.ShouldBe(0, recorded.Text);
        var graph = GraphJsonReader.ReadFile(Path.Combine(folder.Path, "Hello.depgraph.json"));
        graph.Nodes.ShouldContain(node => node.TypeLoadMs > 0);
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "Hello.md"))).ShouldContain("| loading types | ");
    }
}
