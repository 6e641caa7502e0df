using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class AnAppWithLanguages
{
    [Fact]
    public async Task Has_the_satellite_it_loads_as_a_node_of_its_own()
    {
        var graph = await Recorded.OnceAsync("Languages");

        graph.Edge("Languages", "Languages.resources/de").ShouldNotBeNull().Evidence.ShouldBe(Evidence.Load);
    }

    [Fact]
    public async Task Keeps_what_it_asks_for_in_vain_apart_from_what_it_loads()
    {
        var graph = await Recorded.OnceAsync("Languages");

        graph.FailedBinds.Select(f => f.Name).ShouldBe(["Languages.resources/fr", "Optional"]);
        graph.FailedBinds.ShouldAllBe(f => graph.Nodes[f.Requester].Id == "Languages"
            && f.Cause.Last().StartsWith("Languages!Program.<Main>$ (Program.cs:", StringComparison.Ordinal));
        graph.Nodes.ShouldNotContain(n => n.Name == "Optional");
        graph.NotLoaded.ShouldContain(n => n.Name == "Optional");
    }
}
