namespace DepGraph.Graph;

/// <summary>Who loaded what: the edges with <see cref="Evidence.Load"/> as a tree.</summary>
public static class LoadTree
{
    /// <summary>By node the index of the node whose request loaded it, or -1 where that is not known. It was loaded earlier, so each way up ends.</summary>
    public static int[] RequestersOf(LoadGraph graph) => Array.ConvertAll(LoadsOf(graph), load => load?.From ?? -1);

    /// <summary>
    /// What happened: the loads that led from the entry assembly to a node, outermost first; none for the entry assembly itself, null where they do not lead
    /// back to it.
    /// </summary>
    public static IReadOnlyList<Edge>? PathTo(LoadGraph graph, int node)
    {
        var loads = LoadsOf(graph);
        var path = new List<Edge>();
        for (var at = node; at != graph.Root; at = path[^1].From)
        {
            if (loads[at] is not { } load)
                return null;
            path.Add(load);
        }

        path.Reverse();
        return path;
    }

    private static Edge?[] LoadsOf(LoadGraph graph)
    {
        var loads = new Edge?[graph.Nodes.Count];
        foreach (var edge in graph.Edges)
        {
            if (edge.Evidence == Evidence.Load && edge.From < edge.To)
                loads[edge.To] = edge;
        }

        return loads;
    }
}
