using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>Picks from a recording the few things that would help most. Nothing is told twice, and what was not measured is not told.</summary>
public static class WhatToDo
{
    private const int Most = 7;
    private const int MostFrames = 3;
    private const int MostNames = 5;
    private const double LeastMs = 5, LeastWaitMs = 20, LeastShare = 0.02;

    /// <summary>The best first; empty where nothing would help.</summary>
    /// <param name="graph">The recording.</param>
    /// <param name="retained">What would go with its edges.</param>
    public static IReadOnlyList<Advice> Of(LoadGraph graph, RetainedCost retained)
    {
        if (graph.RetainedTimes.Count == 0)
            return [];
        var least = Math.Max(LeastMs, LeastShare * (graph.Run.ReadyMs - graph.Run.WaitingMs));
        var edges = Edges(graph, retained, least);
        return [.. edges.Select(edge => OfEdge(graph, edge, retained.OfEdge(edge)))
            .Concat(Initializers(graph, edges.ConvertAll(edge => graph.Edges[edge]), least))
            .Concat(graph.Run.Waits.Where(wait => wait.Ms >= LeastWaitMs && wait.Frames.Count > 0).Select(OfWait))
            .Concat(Scan.Find(graph).Select(scan => OfScan(graph, scan)).Where(advice => advice.HighMs >= least))
            .Concat(Precompile(graph, least))
            .OrderByDescending(advice => advice.LowMs + advice.HighMs).Take(Most)];
    }

    /// <summary>Those out of own code into what is no framework's; not those further in of what is told already.</summary>
    private static List<int> Edges(LoadGraph graph, RetainedCost retained, double least)
    {
        var told = new HashSet<int>();
        return [.. Enumerable.Range(0, graph.Edges.Count)
            .Where(edge => IsOwn(graph, graph.Edges[edge].From) && graph.Nodes[graph.Edges[edge].To] is { Origin: not (Origin.Framework or Origin.Memory) }
                && graph.Edges[edge].Evidence != Evidence.Lookup && retained.OfEdge(edge).AtMost.CostMs >= least)
            .OrderByDescending(edge => retained.OfEdge(edge).AtMost.CostMs)
            .Where(edge => !told.Contains(graph.Edges[edge].From) && told.Add(graph.Edges[edge].To))];
    }

    private static bool IsOwn(LoadGraph graph, int node) => node >= 0 && graph.Nodes[node].Origin is Origin.App or Origin.Elsewhere;

    private static Advice OfEdge(LoadGraph graph, int index, Retained saved)
    {
        var edge = graph.Edges[index];
        var own = edge.Cause.FirstOrDefault(frame => FrameText.AssemblyOf(frame) == graph.Nodes[edge.From].Name);
        var place = own is null ? "" : $" in {FrameText.WithoutCompiling(own)}";
        return new Advice(AdviceKind.Edge,
            $"Use {graph.Nodes[edge.To].Id} after startup only, or do without it: {graph.Nodes[edge.From].Id} calls it{place}.",
            saved.AtLeast.CostMs, saved.AtMost.CostMs, [.. edge.Cause.Take(MostFrames)]);
    }

    private static IEnumerable<Advice> Initializers(LoadGraph graph, List<Edge> told, double least) => graph.Initializers
        .Where(one => one.OwnMs >= least && IsOwn(graph, one.Node) && !told.Exists(edge => edge.To == one.Node || edge.Cause.Contains(one.Method)))
        .Select(one => new Advice(AdviceKind.Initializer, $"Make lazy what {one.Method} does.", one.OwnMs, one.Ms, one.TouchedBy));

    private static Advice OfWait(Wait wait) =>
        new(AdviceKind.Wait, $"Do not wait before ready in {wait.Frames[0]}.", wait.Ms, wait.Ms, [.. wait.Frames.Take(MostFrames)]);

    /// <summary>What loading them takes is measured; reading their types is the scanner's own work, which no event divides by what it reads.</summary>
    private static Advice OfScan(LoadGraph graph, Scan scan)
    {
        var names = scan.OnlyLookedAt.Select(node => graph.Nodes[node].Name).Distinct().ToList();
        var ms = Math.Round(scan.OnlyLookedAt.Sum(node => graph.Nodes[node].CostMs), 3);
        return new Advice(AdviceKind.Scan,
            $"Exclude what {scan.Frame} only looks at: of the {scan.Loaded.Count} assemblies it loads {names.Count} run no code before ready: " +
                $"{string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames} more" : "")}. " +
                "What reading their types takes comes on top of the time to load them.",
            ms, ms, names);
    }

    private static IEnumerable<Advice> Precompile(LoadGraph graph, double least)
    {
        var compiled = graph.Nodes.Where(node => node.Origin is not (Origin.Framework or Origin.Memory) && node.CompileMs > 0).ToList();
        var ms = Math.Round(compiled.Sum(node => node.CompileMs), 3);
        return ms < 2 * least ? [] :
        [
            new Advice(AdviceKind.Precompile, "Publish with PublishReadyToRun, or play a startup profile: methods of " +
                $"{(compiled.Count == 1 ? "one assembly" : $"{compiled.Count} assemblies")} are compiled at startup, most of all of " +
                $"{compiled.MaxBy(node => node.CompileMs)!.Id}.", 0, ms, []),
        ];
    }
}
