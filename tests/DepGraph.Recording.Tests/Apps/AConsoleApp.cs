using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class AConsoleApp
{
    [Fact]
    public async Task Is_ready_when_it_has_ended()
    {
        var graph = await Recorded.OnceAsync("Hello");

        graph.App.ShouldBe("Hello");
        graph.Run.Outcome.ShouldBe(RunOutcome.Exited);
        graph.Run.ExitCode.ShouldBe(0);
        graph.Run.EventsLost.ShouldBe(0);
    }

    [Fact]
    public async Task Has_loaded_the_same_when_it_is_recorded_as_when_it_is_not()
    {
        using var folder = new TemporaryFolder();
        string List(string name) => Path.Combine(folder.Path, name);
        await ProgramRun.DotnetAsync(await TestApps.DllAsync("Hello"), List("alone"));

        var graph = await Recorded.AppAsync("Hello", List("recorded"));

        var alone = await File.ReadAllLinesAsync(List("alone"));
        (await File.ReadAllLinesAsync(List("recorded"))).ShouldBe(alone);
        graph.Nodes.Select(n => n.Name).Take(alone.Length).ShouldBe(alone);
    }
}
