namespace DepGraph.Review;

/// <summary>How a drawn node or edge changed.</summary>
public enum ChangeKind
{
    Kept,
    Added,
    Removed,
}

public sealed record ChangedNode(string Id, ChangeKind Change);

/// <param name="From">Index in <see cref="ChangeDrawing.Nodes"/>.</param>
/// <param name="To">Index in <see cref="ChangeDrawing.Nodes"/>.</param>
/// <param name="Change">How it changed.</param>
public sealed record ChangedEdge(int From, int To, ChangeKind Change);

/// <summary>The part of a graph that shows a change and nothing else: what came, what left, and the way there from the root.</summary>
public sealed record ChangeDrawing(IReadOnlyList<ChangedNode> Nodes, IReadOnlyList<ChangedEdge> Edges)
{
    public static ChangeDrawing Of(Diff diff, Snapshot old, Snapshot now)
    {
        var (nodes, index, edges) = (new List<ChangedNode>(), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<(int, int), ChangeKind>());
        var (added, removed) = (diff.AllAdded.ToHashSet(), diff.Removed.ToHashSet());

        foreach (var id in diff.AllAdded.Concat(diff.Versions.Select(change => change.Id)).Concat(diff.NewCycles.SelectMany(cycle => cycle.Members))
            .Concat(diff.Requesters.Select(change => change.Id)))
            Draw(now, old, id, ChangeKind.Added);
        foreach (var id in diff.Removed.Concat(diff.Requesters.Select(change => change.Id)))
            Draw(old, now, id, ChangeKind.Removed);
        foreach (var edge in now.Recording?.Edges ?? [])
        {
            var (from, to) = (now.Recording!.Nodes[edge.From].Id, now.Recording.Nodes[edge.To].Id);
            if (edge.Evidence is not (Graph.Evidence.Reference or Graph.Evidence.Lookup)
                && diff.NewCycles.Any(cycle => cycle.Members.Contains(from) && cycle.Members.Contains(to)))
                edges.TryAdd((Index(from), Index(to)), ChangeKind.Added);
        }

        return new ChangeDrawing(nodes, edges.Select(edge => new ChangedEdge(edge.Key.Item1, edge.Key.Item2, edge.Value)).ToArray());

        void Draw(Snapshot side, Snapshot other, string id, ChangeKind change)
        {
            var way = side.PathTo(id);
            for (var i = 0; i < way.Count; i++)
            {
                Index(way[i]);
                if (i == 0)
                    continue;
                edges.TryAdd((Index(way[i - 1]), Index(way[i])), other.RequesterOf(way[i]) == way[i - 1] ? ChangeKind.Kept : change);
            }
        }

        int Index(string id)
        {
            if (index.TryGetValue(id, out var known))
                return known;
            nodes.Add(new(id, added.Contains(id) ? ChangeKind.Added : removed.Contains(id) ? ChangeKind.Removed : ChangeKind.Kept));
            return index[id] = nodes.Count - 1;
        }
    }
}
