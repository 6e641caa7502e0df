using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

/// <seealso cref="ShortestPath"/>
public class ThePathToAnAssembly
{
    [Fact]
    public void Has_the_fewest_hops_and_among_equals_the_first_requested() =>
        Path("D", "App -> A", "App -> B", "App -> C", "A -> E", "E -> D", "C -> D", "B -> D").ShouldBe("App B D");

    [Fact]
    public void To_the_app_itself_has_no_hops() => Path("App", "App -> A", "A -> App").ShouldBe("App");

    [Fact]
    public void Is_not_there_when_nothing_leads_to_it() => Path("B", "App -> A", "B -> A").ShouldBeNull();

    [Fact]
    public void Is_never_longer_than_any_other_way() => RandomGraphs.ForAll(graph =>
    {
        if (graph.Root < 0)
            return ShortestPath.Find(graph, 0, _ => true) is null;
        var hops = Hops(graph);
        return graph.Nodes.All(node => ShortestPath.Find(graph, node.Order, _ => true)?.Count == hops[node.Order]);
    });

    private static string? Path(string to, params string[] lines)
    {
        var graph = GraphText.Parse(lines);
        var edges = ShortestPath.Find(graph, graph.Nodes.Single(node => node.Id == to).Order, _ => true);
        return edges is null ? null : string.Join(' ', new[] { graph.Root }.Concat(edges.Select(edge => edge.To)).Select(node => graph.Nodes[node].Id));
    }

    // Bellman and Ford's rounds: slow and plain.
    private static int?[] Hops(LoadGraph graph)
    {
        var hops = new int?[graph.Nodes.Count];
        hops[graph.Root] = 0;
        for (var round = 0; round < hops.Length; round++)
        {
            foreach (var edge in graph.Edges)
            {
                if (hops[edge.From] is { } before && !(hops[edge.To] <= before + 1))
                    hops[edge.To] = before + 1;
            }
        }

        return hops;
    }
}
