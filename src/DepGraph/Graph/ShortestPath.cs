namespace DepGraph.Graph;

/// <summary>The fewest hops from the app to an assembly.</summary>
public static class ShortestPath
{
    /// <summary>Finds the shortest path by breadth-first search; among equally short ones the first-requested.</summary>
    /// <param name="graph">The graph to search.</param>
    /// <param name="to">Index of the node to reach.</param>
    /// <param name="isHop">Which edges may be followed.</param>
    /// <returns>The edges from the entry assembly to it, none when it is the entry assembly; null when there is no way.</returns>
    public static IReadOnlyList<Edge>? Find(LoadGraph graph, int to, Func<Edge, bool> isHop)
    {
        if (graph.Root < 0)
            return null;
        var outgoing = graph.Edges.Where(isHop).ToLookup(edge => edge.From);
        var cameBy = new Edge?[graph.Nodes.Count];
        var queue = new Queue<int>([graph.Root]);
        while (queue.TryDequeue(out var node) && node != to)
        {
            foreach (var edge in outgoing[node])
            {
                if (edge.To == graph.Root || cameBy[edge.To] is not null)
                    continue;
                cameBy[edge.To] = edge;
                queue.Enqueue(edge.To);
            }
        }

        if (to != graph.Root && cameBy[to] is null)
            return null;
        var path = new List<Edge>();
        for (var node = to; node != graph.Root; node = path[^1].From)
            path.Add(cameBy[node]!);
        path.Reverse();
        return path;
    }
}
