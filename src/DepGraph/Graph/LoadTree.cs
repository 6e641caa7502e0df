namespace DepGraph.Graph;

/// <summary>Who loaded what: the edges with <see cref="Evidence.Load"/> as a tree.</summary>
public static class LoadTree
{
    /// <summary>By node the index of the node whose request loaded it, or -1 where that is not known. It was loaded earlier, so each way up ends.</summary>
    public static int[] LoadersOf(LoadGraph graph)
    {
        var loader = new int[graph.Nodes.Count];
        Array.Fill(loader, -1);
        foreach (var edge in graph.Edges)
        {
            if (edge.Evidence == Evidence.Load && edge.From < edge.To) loader[edge.To] = edge.From;
        }

        return loader;
    }
}
