namespace DepGraph.Review;

/// <summary>How a drawn node or edge changed.</summary>
public enum Mark
{
    Kept,
    Added,
    Removed,
}

public sealed record MarkedNode(string Id, Mark Mark);

/// <param name="From">Index in <see cref="ChangeDrawing.Nodes"/>.</param>
/// <param name="To">Index in <see cref="ChangeDrawing.Nodes"/>.</param>
/// <param name="Mark">How it changed.</param>
public sealed record MarkedEdge(int From, int To, Mark Mark);

/// <summary>The part of a graph that shows a change and nothing else: what came, what left, and the way there from the root.</summary>
public sealed record ChangeDrawing(IReadOnlyList<MarkedNode> Nodes, IReadOnlyList<MarkedEdge> Edges)
{
    public static ChangeDrawing Of(Diff diff, Snapshot old, Snapshot now)
    {
        var (nodes, index, edges) = (new List<MarkedNode>(), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<(int, int), Mark>());
        var (added, removed) = (diff.AllAdded.ToHashSet(), diff.Removed.ToHashSet());

        foreach (var id in diff.AllAdded.Concat(diff.Versions.Select(change => change.Id)).Concat(diff.NewCycles.SelectMany(cycle => cycle)).Concat(diff.Loaders.Select(change => change.Id)))
            Draw(now, old, id, Mark.Added);
        foreach (var id in diff.Removed.Concat(diff.Loaders.Select(change => change.Id)))
            Draw(old, now, id, Mark.Removed);
        foreach (var edge in now.Recording?.Edges ?? [])
        {
            var (from, to) = (now.Recording!.Nodes[edge.From].Id, now.Recording.Nodes[edge.To].Id);
            if (edge.Evidence is not (Graph.Evidence.Reference or Graph.Evidence.Lookup) && diff.NewCycles.Any(cycle => cycle.Contains(from) && cycle.Contains(to)))
                edges.TryAdd((Index(from), Index(to)), Mark.Added);
        }

        return new ChangeDrawing(nodes, edges.Select(edge => new MarkedEdge(edge.Key.Item1, edge.Key.Item2, edge.Value)).ToArray());

        void Draw(Snapshot side, Snapshot other, string id, Mark mark)
        {
            var way = side.WayTo(id);
            for (var i = 0; i < way.Count; i++)
            {
                Index(way[i]);
                if (i == 0) continue;
                edges.TryAdd((Index(way[i - 1]), Index(way[i])), other.LoaderOf(way[i]) == way[i - 1] ? Mark.Kept : mark);
            }
        }

        int Index(string id)
        {
            if (index.TryGetValue(id, out var known)) return known;
            nodes.Add(new(id, added.Contains(id) ? Mark.Added : removed.Contains(id) ? Mark.Removed : Mark.Kept));
            return index[id] = nodes.Count - 1;
        }
    }
}
