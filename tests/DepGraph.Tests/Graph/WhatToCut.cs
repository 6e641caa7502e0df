using System.Globalization;
using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

/// <seealso cref="CycleCut"/>
public class WhatToCut
{
    [Fact]
    public void The_edge_with_the_fewest_places_behind_it_is_cut() =>
        Cut(Graph("Orders -> Stock 7", "Stock -> Mail 4", "Mail -> Orders 2", "Mail -> Stock 1")).ShouldBe("Mail -> Orders, Mail -> Stock");

    [Fact]
    public void What_cuts_as_well_is_told_too()
    {
        var graph = Graph("A -> B 2", "B -> C 3", "C -> A 2");
        var cut = CycleCut.Of(graph, Condensation.Of(graph)).ShouldHaveSingleItem();

        Text(graph, cut.Edges).ShouldBe("A -> B");
        cut.Others.Select(other => Text(graph, other)).ShouldBe(["C -> A"]);
        cut.Places.ShouldBe(2);
        cut.IsLeast.ShouldBeTrue();
    }

    [Fact]
    public void A_base_type_is_never_cut_however_few_places_name_it() => Cut(Graph("Host -> Plugin 9", "Plugin -> Host 1 fixed")).ShouldBe("Host -> Plugin");

    [Fact]
    public void A_cycle_of_base_types_alone_cannot_be_cut_but_the_rest_around_it_is()
    {
        var graph = Graph("A -> B 1 fixed", "B -> A 1 fixed", "B -> C 3", "C -> A 1");
        var cut = CycleCut.Of(graph, Condensation.Of(graph)).ShouldHaveSingleItem();

        cut.IsWhole.ShouldBeFalse();
        Text(graph, cut.Edges).ShouldBe("C -> A");
    }

    [Fact]
    public void The_order_of_nodes_and_edges_does_not_matter()
    {
        var one = Graph("A -> B 1", "B -> A 1", "B -> C 1", "C -> B 1", "C -> A 1");
        var other = Graph("C -> A 1", "C -> B 1", "B -> C 1", "B -> A 1", "A -> B 1");

        Cut(one).ShouldBe(Cut(other));
    }

    [Fact]
    public void Without_the_cut_there_is_no_cycle_left_and_with_any_edge_of_it_there_is() => ForAll(graph =>
        CycleCut.Of(graph, Condensation.Of(graph)).All(cut => new[] { cut.Edges }.Concat(cut.Others).All(set => IsCut(graph, cut, set))));

    [Fact]
    public void No_other_set_of_edges_that_can_go_has_fewer_places() => ForAll(graph =>
        CycleCut.Of(graph, Condensation.Of(graph)).All(cut => !cut.IsWhole || LeastPlaces(graph, cut) is not { } least || least == cut.Places));

    [Fact]
    public void The_heuristic_cuts_all_cycles_too_and_never_what_cannot_go() => ForAll(graph => CycleCut.Of(graph, Condensation.Of(graph)).All(cut =>
    {
        var tangle = TangleOf(graph, cut);
        return IsCut(graph, cut, [.. OrderedCut.Of(tangle).SelectMany(tangle.EdgesOf)]);
    }));

    [Fact]
    public void The_heuristic_is_seldom_worse_than_the_least()
    {
        var (all, worse, least, found) = (0, 0, 0L, 0L);
        ForAll(graph => CycleCut.Of(graph, Condensation.Of(graph)).All(cut =>
        {
            var tangle = TangleOf(graph, cut);
            var places = OrderedCut.Of(tangle).SelectMany(tangle.EdgesOf).Sum(edge => graph.Edges[edge].Places);
            (all, worse, least, found) = (all + 1, worse + (places > cut.Places ? 1 : 0), least + cut.Places, found + places);
            return places >= cut.Places;
        }));

        (worse / (double)all).ShouldBeLessThan(0.25);
        (found / (double)least).ShouldBeLessThan(1.1);
    }

    [Fact]
    public void Twenty_nodes_that_all_need_each_other_are_cut_exactly_and_more_of_them_well()
    {
        var exact = Cuts(CycleCut.MostExact);
        exact.IsLeast.ShouldBeTrue();
        exact.Edges.Count.ShouldBe(190);
        var many = Cuts(60);
        many.IsLeast.ShouldBeFalse();
        many.Edges.Count.ShouldBe(60 * 59 / 2);
        return;

        static CycleCut Cuts(int count)
        {
            var graph = GraphText.Make(Enumerable.Range(0, count).Select(i => GraphText.Sample($"N{i}", i)),
                from a in Enumerable.Range(0, count) from b in Enumerable.Range(0, count) where a != b select new Edge(a, b, Evidence.Load, []));
            return CycleCut.Of(graph, Condensation.Of(graph)).Single();
        }
    }

    [SlowFact("half a million edges")]
    public void A_tangle_of_a_hundred_thousand_nodes_is_cut_in_seconds()
    {
        const int Count = 100_000;
        var random = new Random(7);
        var edges = Enumerable.Range(0, Count).Select(i => (From: i, To: (i + 1) % Count))
            .Concat(Enumerable.Range(0, 5 * Count).Select(_ => (From: random.Next(Count), To: random.Next(Count)))).Distinct()
            .Where(pair => pair.From != pair.To).Select(pair => new Edge(pair.From, pair.To, Evidence.Reference, []) { Places = 1 + random.Next(9) }).ToList();
        var graph = GraphText.Make(Enumerable.Range(0, Count).Select(i => GraphText.Sample($"N{i}", i)), edges);

        var cut = CycleCut.Of(graph, Condensation.Of(graph)).ShouldHaveSingleItem();

        Condensation.Of(Without(graph, cut.Edges)).Components.Count.ShouldBe(Count);
    }

    /// <summary>Random graphs with places, and with edges that cannot go.</summary>
    private static void ForAll(Func<LoadGraph, bool> holds) => RandomGraphs.ForAll(graph => holds(graph with
    {
        Edges = [.. graph.Edges.Select(edge =>
            edge with { Places = 1 + ((edge.From * 7) + (edge.To * 3)) % 5, IsFixed = (edge.From + (2 * edge.To)) % 7 == 0 })],
    }), 400);

    private static LoadGraph Graph(params string[] edges)
    {
        var parts = edges.Select(edge => edge.Split(' ')).ToList();
        var names = parts.SelectMany(part => new[] { part[0], part[2] }).Distinct().ToList();
        return GraphText.Make(names.Select((name, i) => GraphText.Sample(name, i)), parts.Select(part =>
            new Edge(names.IndexOf(part[0]), names.IndexOf(part[2]), Evidence.Reference, [])
            { Places = int.Parse(part[3], CultureInfo.InvariantCulture), IsFixed = part.Length > 4 }));
    }

    private static string Cut(LoadGraph graph) =>
        Text(graph, CycleCut.Of(graph, Condensation.Of(graph)).ShouldHaveSingleItem().Edges);

    private static string Text(LoadGraph graph, IEnumerable<int> edges) =>
        string.Join(", ", edges.Select(edge => $"{graph.Nodes[graph.Edges[edge].From].Id} -> {graph.Nodes[graph.Edges[edge].To].Id}"));

    private static LoadGraph Without(LoadGraph graph, IEnumerable<int> edges)
    {
        var gone = edges.ToHashSet();
        return graph with { Edges = [.. graph.Edges.Where((_, i) => !gone.Contains(i))] };
    }

    private static Tangle TangleOf(LoadGraph graph, CycleCut cut)
    {
        var members = Condensation.Of(graph).Components[cut.Component].Members;
        return Tangle.Of(graph, members, Within(graph, members));
    }

    private static List<int> Within(LoadGraph graph, IReadOnlyList<int> members) => [.. Enumerable.Range(0, graph.Edges.Count).Where(i =>
        graph.Edges[i] is var edge && edge.From != edge.To && members.Contains(edge.From) && members.Contains(edge.To) && Need.ClosesCycles(graph, edge))];

    /// <summary>By the definition: two nodes reach each other only by edges that cannot go, and each edge of the cut would change that.</summary>
    private static bool IsCut(LoadGraph graph, CycleCut cut, IReadOnlyList<int> edges)
    {
        var members = Condensation.Of(graph).Components[cut.Component].Members;
        var tied = graph.Reach(edge => edge.IsFixed && Need.ClosesCycles(graph, edge));
        bool HasCycle(LoadGraph left)
        {
            var reach = left.Reach(edge => Need.ClosesCycles(left, edge));
            return members.Any(a => members.Any(b => a != b && reach[a, b] && reach[b, a] && !(tied[a, b] && tied[b, a])));
        }

        return edges.All(edge => !graph.Edges[edge].IsFixed) && !HasCycle(Without(graph, edges))
            && edges.All(edge => graph.Edges[edge] is var e && HasCycle(Without(graph, edges.Where(other =>
                !(Tied(tied, graph.Edges[other].From, e.From) && Tied(tied, graph.Edges[other].To, e.To))))));
    }

    private static bool Tied(bool[,] tied, int a, int b) => a == b || (tied[a, b] && tied[b, a]);

    /// <summary>Of all subsets of edges; null where there are too many to try.</summary>
    private static long? LeastPlaces(LoadGraph graph, CycleCut cut)
    {
        var members = Condensation.Of(graph).Components[cut.Component].Members;
        var within = Within(graph, members);
        var free = within.FindAll(edge => !graph.Edges[edge].IsFixed);
        if (free.Count > 12)
            return null;
        var least = long.MaxValue;
        for (var set = 0; set < 1 << free.Count; set++)
        {
            var places = free.Where((_, i) => (set & (1 << i)) != 0).Sum(edge => graph.Edges[edge].Places);
            if (places >= least)
                continue;
            var left = within.Where(edge => !free.Where((_, i) => (set & (1 << i)) != 0).Contains(edge)).Select(edge => graph.Edges[edge]).ToList();
            if (StronglyConnectedComponents.Find(CompressedSparseRows.Of(graph.Nodes.Count, left)).Distinct().Count() == graph.Nodes.Count)
                least = places;
        }

        return least;
    }
}
