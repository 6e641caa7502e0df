using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

/// <seealso cref="Condensation"/>
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
    public void A_framework_that_looks_the_app_up_by_name_is_in_no_cycle_with_it() =>
        Cycles(GraphText.Framework("App -> System.Mvc", "System.Mvc -> App lookup", "App -> Proxy", "Proxy -> System.Mvc")).ShouldBeEmpty();

    [Fact]
    public void Mere_references_between_assemblies_of_frameworks_close_no_cycle_but_loads_do()
    {
        Cycles(GraphText.Framework("App -> System.A", "System.A -> System.B", "System.B -> System.A reference")).ShouldBeEmpty();
        Cycles(GraphText.Framework("App -> System.A", "System.A -> System.B", "System.B -> System.A bind")).ShouldBe(["System.A System.B"]);
        Cycles(GraphText.Framework("App -> System.A", "System.A -> Plugin", "Plugin -> System.A reference")).ShouldBe(["System.A Plugin"]);
    }

    [Fact]
    public void Two_nodes_are_in_one_component_exactly_when_each_reaches_the_other_by_edges_that_close_cycles() => RandomGraphs.ForAllWithFrameworks(graph =>
    {
        // The rule of docs/formats.md, in its own words.
        bool IsOfFramework(int node) => graph.Nodes[node].Framework is not null;
        var reach = graph.Reach(edge => edge.Evidence switch
        {
            Evidence.Lookup => false,
            Evidence.Reference => !(IsOfFramework(edge.From) && IsOfFramework(edge.To)),
            _ => true,
        });
        var condensation = Condensation.Of(graph);
        return Pairs(graph).All(p => (condensation.ComponentOf(p.A) == condensation.ComponentOf(p.B)) == (p.A == p.B || (reach[p.A, p.B] && reach[p.B, p.A])));
    });

    [Fact]
    public void The_condensation_has_no_cycle() => RandomGraphs.ForAllWithFrameworks(graph =>
    {
        var condensation = Condensation.Of(graph);
        return StronglyConnectedComponents.Find(condensation.Edges).Distinct().Count() == condensation.Components.Count;
    });

    [Fact]
    public void A_component_is_named_after_its_first_loaded_member() => RandomGraphs.ForAll(graph =>
        Condensation.Of(graph).Components.All(c => c.Name == graph.Nodes[c.Members.Min()].Id && c.Members.SequenceEqual(c.Members.Order())));

    [Fact]
    public void Components_are_connected_as_their_members_are_with_no_edge_twice_and_none_that_would_close_a_cycle() =>
        RandomGraphs.ForAllWithFrameworks(graph =>
    {
        var reach = graph.Reach(edge => edge.Evidence != Evidence.Lookup);
        var condensation = Condensation.Of(graph);
        var expected = graph.Edges
            .Where(e => Need.ClosesCycles(graph, e) || (e.Evidence == Evidence.Reference && !reach[e.To, e.From]))
            .Select(e => (condensation.ComponentOf(e.From), condensation.ComponentOf(e.To))).Where(e => e.Item1 != e.Item2).Distinct();
        var actual = condensation.Components.SelectMany((_, from) => condensation.Edges.Row(from).ToArray().Select(to => (from, to)));
        return actual.Order().SequenceEqual(expected.Order());
    });

    private static IEnumerable<string> Cycles(LoadGraph graph) => Condensation.Of(graph).Components
        .Where(c => c.Members.Count > 1).Select(c => string.Join(' ', c.Members.Select(m => graph.Nodes[m].Id)));

    private static IEnumerable<(int A, int B)> Pairs(LoadGraph graph) =>
        from a in Enumerable.Range(0, graph.Nodes.Count) from b in Enumerable.Range(0, graph.Nodes.Count) select (a, b);
}
