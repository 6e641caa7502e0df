using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class AnMvcApp
{
    [Fact]
    public async Task Is_ready_when_its_server_is()
    {
        var graph = await Recorded.OnceAsync("Mvc");

        graph.Run.Outcome.ShouldBe(RunOutcome.Ready);
        graph.Run.EventsLost.ShouldBe(0);
    }

    [Fact]
    public async Task Is_in_no_cycle_with_the_framework_that_looks_for_controllers_in_it()
    {
        var graph = await Recorded.OnceAsync("Mvc");

        graph.Cycles().ShouldBeEmpty();
        var lookup = graph.Edge("Microsoft.AspNetCore.Mvc.Core", "Mvc").ShouldNotBeNull();
        lookup.Evidence.ShouldBe(Evidence.Lookup);
        lookup.Cause.ShouldContain(frame => frame.EndsWith("ApplicationPartManager.PopulateDefaultParts", StringComparison.Ordinal));
    }
}
