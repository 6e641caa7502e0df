using DepGraph.Graph;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.Content;

/// <summary>What breaks a cycle, in words.</summary>
public static class CutText
{
    private const int MostEdges = 6;

    /// <summary>For example <c>to break it, cut Plugin -> Host (2 places); as good: Host -> Plugin</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cut">One of its cuts.</param>
    /// <param name="name">How a name from outside is written in the format at hand.</param>
    public static string Of(LoadGraph graph, CycleCut cut, Func<string, string> name)
    {
        if (cut.Edges.Count == 0)
            return "no edge of it can go: each derives from the next";
        var rest = cut.IsWhole ? "" : " (what derives from each other stays)";
        var least = cut.IsLeast ? "" : $" (of {cut.Edges.Count} edges; a smaller set may exist)";
        var others = cut.Others.Count == 0 ? "" : $"; as good: {string.Join("; or ", cut.Others.Select(Set))}";
        return $"to break it, cut {Set(cut.Edges)}{least}{rest}{others}";

        string Set(IReadOnlyList<int> edges) => string.Join(", ", edges.Take(MostEdges).Select(Edge))
            + (edges.Count > MostEdges ? $" and {edges.Count - MostEdges} more" : "");

        string Edge(int index) => name(Sentences.EdgeName(graph, graph.Edges[index])) + Places(graph.Edges[index]);
    }

    /// <summary>How many places are behind an edge, and the first of them; empty where nothing is known.</summary>
    private static string Places(Edge edge) => edge switch
    {
        { Places: 1, Source: { } source } => $" ({OneLine.Of(source.ToString())})",
        { Places: > 1, Source: { } source } => $" ({edge.Places} places, {OneLine.Of(source.ToString())} first)",
        { Places: > 1 } => $" ({edge.Places} places)",
        _ => "",
    };
}
