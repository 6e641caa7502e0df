using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class ChildProcesses
{
    [Fact]
    public async Task Are_recorded_each_as_a_process_of_its_own()
    {
        var graph = await Recorded.AppAsync("Parent", await TestApps.DllAsync("Hello"), await TestApps.DllAsync("Languages"));

        graph.App.ShouldBe("Parent");
        graph.Run.Outcome.ShouldBe(RunOutcome.Exited);
        graph.Nodes.ShouldNotContain(n => n.Name == "Hello");
        graph.Children.Select(c => c.App).ShouldBe(["Hello", "Languages"]);
        graph.Children[0].Edge("Hello", "System.Console").ShouldNotBeNull();
        graph.Children[1].Node("Languages.resources/de").Origin.ShouldBe(Origin.App);
    }
}
