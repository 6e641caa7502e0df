namespace DepGraph.Graph;

/// <summary>Edges whose removal leaves a component no cycle. Never one that cannot go (<see cref="Edge.IsFixed"/>).</summary>
/// <param name="Component">Index of the component in <see cref="Condensation.Components"/>.</param>
/// <param name="Edges">Indexes in <see cref="LoadGraph.Edges"/>, in ordinal order of the names at their ends; none of them is superfluous.</param>
/// <param name="Places">How many places in the code stand behind them together: what the cut is chosen by.</param>
/// <param name="IsLeast">True when no other set has fewer places; false where the component is too large to know.</param>
/// <param name="Others">Other sets of as many places, at most four; there may be more.</param>
/// <param name="IsWhole">False where edges that cannot go close a cycle by themselves, which stays.</param>
public sealed record CycleCut(int Component, IReadOnlyList<int> Edges, long Places, bool IsLeast, IReadOnlyList<IReadOnlyList<int>> Others, bool IsWhole)
{
    /// <summary>A component of more nodes than this (those that edges which cannot go tie together count as one) is cut by a heuristic.</summary>
    public const int MostExact = 20;

    /// <summary>
    /// A cut of each component of several members, in the order of the components. It depends on the names of the nodes, not on their order, and is the same
    /// for the same graph.
    /// </summary>
    public static IReadOnlyList<CycleCut> Of(LoadGraph graph, Condensation condensation)
    {
        var within = new List<int>?[condensation.Components.Count];
        for (var index = 0; index < graph.Edges.Count; index++)
        {
            var edge = graph.Edges[index];
            var component = condensation.ComponentOf(edge.From);
            if (edge.From != edge.To && component == condensation.ComponentOf(edge.To) && Need.ClosesCycles(graph, edge))
                (within[component] ??= []).Add(index);
        }

        return [.. Enumerable.Range(0, within.Length).Where(i => within[i] is not null)
            .Select(i => Of(i, graph, Tangle.Of(graph, condensation.Components[i].Members, within[i]!)))];
    }

    private static CycleCut Of(int component, LoadGraph graph, Tangle tangle)
    {
        var isExact = tangle.Count <= MostExact;
        var cuts = isExact ? new LeastCuts(tangle).Find() : [OrderedCut.Of(tangle)];
        var edges = cuts.Select(cut => (IReadOnlyList<int>)[.. cut.SelectMany(arc => tangle.EdgesOf(arc))
            .OrderBy(edge => graph.Nodes[graph.Edges[edge].From].Id, StringComparer.Ordinal)
            .ThenBy(edge => graph.Nodes[graph.Edges[edge].To].Id, StringComparer.Ordinal)]).ToArray();
        return new CycleCut(component, edges[0], edges[0].Sum(edge => (long)graph.Edges[edge].Places), isExact, edges[1..], tangle.IsWhole);
    }
}
