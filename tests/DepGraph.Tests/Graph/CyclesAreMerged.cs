using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

public class CyclesAreMerged
{
    [Fact]
    public void A_plugin_that_refers_back_to_its_host_is_one_component_with_it()
    {
        var condensation = Condensation.Of(GraphText.Parse("Host -> Json", "Host -> Plugin", "Plugin -> Host reference", "Plugin -> Json reference"));

        condensation.Components.Select(c => (c.Name, Members: string.Join(' ', c.Members))).ShouldBe([("Host", "0 2"), ("Json", "1")]);
        condensation.Root.ShouldBe(0);
        condensation.Edges.Row(0).ToArray().ShouldBe([1]);
    }

    [Fact]
    public void Two_nodes_are_in_one_component_exactly_when_each_reaches_the_other() => RandomGraphs.ForAll(graph =>
    {
        var reach = graph.Reach();
        var condensation = Condensation.Of(graph);
        return Pairs(graph).All(p => (condensation.ComponentOf(p.A) == condensation.ComponentOf(p.B)) == (p.A == p.B || (reach[p.A, p.B] && reach[p.B, p.A])));
    });

    [Fact]
    public void A_component_is_named_after_its_first_loaded_member() => RandomGraphs.ForAll(graph =>
        Condensation.Of(graph).Components.All(c => c.Name == graph.Nodes[c.Members.Min()].Id && c.Members.SequenceEqual(c.Members.Order())));

    [Fact]
    public void Components_are_connected_as_their_members_are_with_no_edge_twice() => RandomGraphs.ForAll(graph =>
    {
        var condensation = Condensation.Of(graph);
        var expected = graph.Edges.Select(e => (condensation.ComponentOf(e.From), condensation.ComponentOf(e.To))).Where(e => e.Item1 != e.Item2).Distinct();
        var actual = condensation.Components.SelectMany((_, from) => condensation.Edges.Row(from).ToArray().Select(to => (from, to)));
        return actual.Order().SequenceEqual(expected.Order());
    });

    private static IEnumerable<(int A, int B)> Pairs(LoadGraph graph) =>
        from a in Enumerable.Range(0, graph.Nodes.Count) from b in Enumerable.Range(0, graph.Nodes.Count) select (a, b);
}
