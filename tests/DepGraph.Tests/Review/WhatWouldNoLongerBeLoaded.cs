using DepGraph.Graph;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Review;

/// <seealso cref="RetainedCost"/>
public class WhatWouldNoLongerBeLoaded
{
    [Fact]
    public void Without_an_edge_all_that_is_reached_through_it_alone()
    {
        var graph = GraphText.Parse("App -> X", "X -> A", "X -> B", "App -> B", "A -> C", "B -> D");
        var retained = RetainedCost.Of(graph);
        Count(graph, retained, "App -> X").ShouldBe(3); // X, A, C: B and D have a way of their own
        Count(graph, retained, "App -> B").ShouldBe(0);
        Count(graph, retained, "B -> D").ShouldBe(1);
    }

    [Fact]
    public void A_reference_may_be_a_way_so_what_is_certain_and_what_is_possible_differ()
    {
        var graph = GraphText.Parse("App -> X", "X -> Y", "App -> Y reference");
        var retained = RetainedCost.Of(graph).OfEdge(0);
        retained.AtLeast.Count.ShouldBe(1);
        retained.AtMost.Count.ShouldBe(2);
        Sentences.Of(retained).ShouldBe("1 to 2 assemblies and 0.0 ms");
    }

    [Fact]
    public void A_facade_needs_none_of_what_it_references()
    {
        var graph = GraphText.Parse("App -> X", "X -> Y", "App -> F", "F -> Y reference");
        graph = graph with { Nodes = graph.Nodes.Select(node => node.Name == "F" ? node with { IsFacade = true } : node).ToList() };
        RetainedCost.Of(graph).OfEdge(0).AtLeast.Count.ShouldBe(2);
    }

    [Fact]
    public void The_costs_add_up()
    {
        var graph = GraphText.Make([GraphText.Sample("App", 0, 1), GraphText.Sample("X", 1, 20), GraphText.Sample("Y", 2, 300)],
            [new Edge(0, 1, Evidence.Load, []), new Edge(1, 2, Evidence.Load, [])]);
        RetainedCost.Of(graph).OfNode(1).AtLeast.ShouldBe(new Amount(2, 320));
        RetainedCost.Of(graph).OfNode(0).AtLeast.ShouldBe(new Amount(3, 321));
    }

    [Fact]
    public void A_node_nobody_is_known_to_have_requested_hangs_on_nothing()
    {
        var graph = GraphText.Parse("App -> X", "Lone", "X -> Y", "Lone -> Y");
        var retained = RetainedCost.Of(graph);
        retained.OfNode(1).AtMost.Count.ShouldBe(1);
        retained.OfNode(2).AtMost.Count.ShouldBe(1);
    }

    [Fact]
    public void On_random_graphs_it_is_what_removing_the_node_or_edge_says() => RandomGraphs.ForAll(graph =>
    {
        var retained = RetainedCost.Of(graph);
        var recorded = graph.Edges.Select((edge, i) => (edge, i)).Where(pair => pair.edge.Evidence < Evidence.Reference).Select(pair => pair.i).ToHashSet();
        var all = Enumerable.Range(0, graph.Edges.Count).Where(i => graph.Edges[i].Evidence != Evidence.Lookup).ToHashSet(); // a lookup needs nothing
        var starts = Starts(graph, recorded);
        return Enumerable.Range(0, graph.Nodes.Count).All(node =>
                retained.OfNode(node).AtMost.Count == Less(recorded, node, -1) && retained.OfNode(node).AtLeast.Count == Less(all, node, -1))
            && all.All(edge => retained.OfEdge(edge).AtMost.Count == Less(recorded, -1, edge) && retained.OfEdge(edge).AtLeast.Count == Less(all, -1, edge));

        int Less(HashSet<int> ways, int withoutNode, int withoutEdge) =>
            Reached(graph, starts, ways, -1, -1) - Reached(graph, starts, ways, withoutNode, withoutEdge);
    });

    [Fact]
    public void A_chain_of_a_hundred_thousand_overflows_no_stack()
    {
        const int count = 100_000;
        var graph =
            GraphText.Make(Enumerable.Range(0, count).Select(i => GraphText.Sample($"N{i}", i)), Enumerable.Range(1, count - 1)
            .Select(i => new Edge(i - 1, i, Evidence.Load, [])));
        RetainedCost.Of(graph).OfNode(1).AtLeast.Count.ShouldBe(count - 1);
    }

    private static int Count(LoadGraph graph, RetainedCost retained, string edge)
    {
        var ends = edge.Split(" -> ");
        return retained.OfEdge(graph.Edges.ToList().FindIndex(e => graph.Nodes[e.From].Id == ends[0] && graph.Nodes[e.To].Id == ends[1])).AtLeast.Count;
    }

    // The plain definition: where the run enters the graph, and how much it reaches without a node or an edge.
    private static List<int> Starts(LoadGraph graph, HashSet<int> recorded)
    {
        var starts = new List<int>();
        var seen = new HashSet<int>();
        foreach (var node in Enumerable.Range(0, graph.Nodes.Count).OrderBy(node => node != graph.Root))
        {
            if (seen.Contains(node))
                continue;
            starts.Add(node);
            Walk(graph, node, seen, recorded, -1, -1);
        }

        return starts;
    }

    private static int Reached(LoadGraph graph, List<int> starts, HashSet<int> ways, int withoutNode, int withoutEdge)
    {
        var seen = new HashSet<int>();
        foreach (var start in starts)
            Walk(graph, start, seen, ways, withoutNode, withoutEdge);
        return seen.Count;
    }

    private static void Walk(LoadGraph graph, int node, HashSet<int> seen, HashSet<int> ways, int withoutNode, int withoutEdge)
    {
        if (node == withoutNode || !seen.Add(node))
            return;
        foreach (var edge in ways)
            if (edge != withoutEdge && graph.Edges[edge].From == node)
                Walk(graph, graph.Edges[edge].To, seen, ways, withoutNode, withoutEdge);
    }
}
