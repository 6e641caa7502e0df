using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

/// <seealso cref="TransitiveReduction"/>
public class TransitiveEdges
{
    [Fact]
    public void Are_left_out_when_a_longer_way_says_the_same() =>
        TransitiveReduction.Find(CompressedSparseRows.Of(GraphText.Parse("App -> A", "A -> B", "B -> C", "App -> C", "App -> B")))
            .ShouldBe([(0, 1), (1, 2), (2, 3)], ignoreOrder: true);

    [Fact]
    public void Of_a_graph_with_a_cycle_are_not_defined() =>
        Should.Throw<ArgumentException>(() => TransitiveReduction.Find(CompressedSparseRows.Of(GraphText.Parse("App -> A", "A -> App"))));

    [Fact]
    public void Stay_exactly_when_no_other_way_leads_there() => RandomGraphs.ForAll(graph => HoldsFor(graph));

    [Fact]
    public void Are_found_in_graphs_larger_than_a_machine_word() => Enumerable.Range(0, 20).All(seed => HoldsFor(Random(seed))).ShouldBeTrue();

    private static bool HoldsFor(LoadGraph graph)
    {
        // Downhill edges only, so that there is no cycle.
        var edges = graph.Edges.Where(edge => edge.From < edge.To).ToList();
        var reach = (graph with { Edges = edges }).Reach();
        var expected = edges.Where(edge => !edges.Any(first => first.From == edge.From && first.To != edge.To && reach[first.To, edge.To]))
            .Select(edge => (edge.From, edge.To));
        return TransitiveReduction.Find(CompressedSparseRows.Of(graph with { Edges = edges })).SetEquals(expected);
    }

    private static LoadGraph Random(int seed)
    {
        var random = new Random(seed);
        var edges = Enumerable.Range(0, 400).Select(_ => new Edge(random.Next(150), random.Next(150), Evidence.Load, []))
            .DistinctBy(edge => (edge.From, edge.To));
        return GraphText.Make(Enumerable.Range(0, 150).Select(i => GraphText.Sample($"N{i}", i)), edges);
    }
}
