using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class AWorker
{
    [Fact]
    public async Task Is_ready_when_its_host_says_that_the_application_started()
    {
        var graph = await Recorded.OnceAsync("Worker");

        graph.Run.Outcome.ShouldBe(RunOutcome.Ready);
        graph.Node("Microsoft.Extensions.Hosting").Origin.ShouldBe(Origin.App);
    }
}
