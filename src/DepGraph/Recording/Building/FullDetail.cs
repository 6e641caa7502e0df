using DepGraph.Graph;

namespace DepGraph.Recording.Building;

/// <summary>What a start in full detail says of the parts of run times, laid over the times of the usual ones, which it does not disturb.</summary>
public static class FullDetail
{
    /// <summary>
    /// What is not compiling of a node's run time is split as in the detailed start. A node that start did not load, or that ran nothing there, has no parts.
    /// </summary>
    /// <param name="graph">Of the usual starts.</param>
    /// <param name="detailed">Of the start in full detail.</param>
    public static LoadGraph Over(LoadGraph graph, LoadGraph detailed)
    {
        var byId = detailed.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        return graph with { Nodes = [.. graph.Nodes.Select(node => byId.TryGetValue(node.Id, out var other) ? Split(node, other) : node)] };
    }

    private static Node Split(Node node, Node detailed)
    {
        var (ms, of) = (node.RunMs - node.CompileMs, detailed.RunMs - detailed.CompileMs);
        return of <= 0 ? node : node with
        {
            TypeLoadMs = Part(detailed.TypeLoadMs ?? 0),
            RestoreMs = Part(detailed.RestoreMs ?? 0),
            InitializeMs = Part(detailed.InitializeMs),
        };

        double Part(double part) => Math.Floor(ms * part / of * 1000) / 1000;
    }
}
