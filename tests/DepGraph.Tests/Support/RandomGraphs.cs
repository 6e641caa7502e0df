using DepGraph.Graph;
using FsCheck;
using FsCheck.Fluent;

namespace DepGraph.Tests.Support;

/// <summary>Small graphs of every shape: sparse and dense, with cycles, self edges, and nodes the app does not reach.</summary>
internal static class RandomGraphs
{
    public static void ForAll(Func<LoadGraph, bool> holds, int tests = 2000) =>
        Prop.ForAll(Arb.From(Graphs), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    /// <summary>The same, with nodes that belong to frameworks and nodes that are facades.</summary>
    public static void ForAllWithFrameworks(Func<LoadGraph, bool> holds, int tests = 2000) =>
        Prop.ForAll(Arb.From(WithFrameworks), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    /// <summary>Some of them, for what is too slow to be asked one by one.</summary>
    public static IReadOnlyList<LoadGraph> SomeWithFrameworks(int count) => WithFrameworks.Sample(count).ToList();

    private static Gen<LoadGraph> WithFrameworks =>
        from graph in Graphs
        from kinds in Gen.ArrayOf(Gen.Choose(0, 7), graph.Nodes.Count)
        select graph with
        {
            Nodes = graph.Nodes.Zip(kinds, (node, kind) => node with
            {
                Origin = kind < 5 ? Origin.Framework : Origin.App,
                Framework = kind < 5 ? $"Framework{kind % 2}" : null,
                IsFacade = kind is 4 or 7,
            }).ToList(),
        };

    private static Gen<LoadGraph> Graphs =>
        from count in Gen.Choose(1, 25)
        from edgeCount in Gen.Choose(0, 3 * count)
        from ends in Gen.ArrayOf(Gen.Choose(0, (count * count) - 1), edgeCount)
        from evidence in Gen.ArrayOf(Gen.Choose(0, 3), edgeCount)
        from costs in Gen.ArrayOf(Gen.Choose(0, 1000), count)
        from root in Gen.Choose(-1, count - 1)
        select GraphText.Make(
            costs.Select((cost, order) => GraphText.Sample($"N{order}", order, cost / 8.0)),
            ends.Zip(evidence, (pair, e) => new Edge(pair / count, pair % count, (Evidence)e, [])).DistinctBy(edge => (edge.From, edge.To)),
            root);

    /// <summary>By node, all it reaches in one or more hops: the plain definition, for holding algorithms against.</summary>
    public static bool[,] Reach(this LoadGraph graph) => graph.Reach(_ => true);

    /// <summary>The same by some of the edges only.</summary>
    public static bool[,] Reach(this LoadGraph graph, Func<Edge, bool> isWay)
    {
        var count = graph.Nodes.Count;
        var reach = new bool[count, count];
        foreach (var edge in graph.Edges.Where(isWay))
            reach[edge.From, edge.To] = true;
        for (var via = 0; via < count; via++)
        {
            for (var from = 0; from < count; from++)
            {
                for (var to = 0; to < count; to++)
                    reach[from, to] |= reach[from, via] && reach[via, to];
            }
        }

        return reach;
    }
}
