using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>
/// Finds the edges that closed a new cycle: the fewest of what is new in it without which it would not be there. A lock file tells of what was loaded only:
/// what else an old assembly needs counts as new where that alone explains the cycle, its mere references last.
/// </summary>
internal static class ClosingEdges
{
    public static IReadOnlyList<ClosingEdge> Of(IReadOnlyList<string> cycle, Snapshot old, Snapshot now)
    {
        if (now.Recording is not { } graph)
            return [];
        var members = cycle.ToHashSet(StringComparer.Ordinal);
        var known = old.Recording?.Edges.Select(edge => (old.Recording.Nodes[edge.From].Id, old.Recording.Nodes[edge.To].Id)).ToHashSet();
        var within = graph.Edges.Where(edge => members.Contains(Id(edge.From)) && members.Contains(Id(edge.To)) && Need.ClosesCycles(graph, edge)).ToList();
        var closing = Cut(edge => !IsOld(edge) && !(known is null && edge.Evidence == Evidence.Reference && WasThere(edge.From) && WasThere(edge.To)))
            ?? Cut(edge => !IsOld(edge)) ?? Cut(_ => true) ?? [];
        return [.. closing.Select(edge => new ClosingEdge(Id(edge.From), Id(edge.To), edge.Cause, edge.Source))];

        string Id(int node) => graph.Nodes[node].Id;

        bool WasThere(int node) => old.Lock.Assemblies.ContainsKey(Id(node));

        bool IsOld(Edge edge) => known?.Contains((Id(edge.From), Id(edge.To)))
            ?? (old.Lock.Loads.GetValueOrDefault(Id(edge.From))?.Contains(Id(edge.To)) ?? false);

        // What is old cannot go: what the cut then holds is what the change brought.
        IReadOnlyList<Edge>? Cut(Func<Edge, bool> canGo)
        {
            var part = graph with { Edges = [.. within.Select(edge => edge with { IsFixed = edge.IsFixed || !canGo(edge) })] };
            var cut = CycleCut.Of(part, Condensation.Of(part)).SelectMany(cut => cut.Edges).Select(edge => within[edge]).ToList();
            return cut.Count > 0 ? cut : null;
        }
    }
}
