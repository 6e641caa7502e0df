using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Reports.Markdown;

/// <summary>Writes Mermaid flowcharts, which GitHub draws inside Markdown.</summary>
public static class MermaidWriter
{
    // GitHub draws no chart of more than 500 edges, and nobody reads one of more than these nodes.
    private const int MaxNodes = 50, MaxEdges = 200;

    /// <summary>A folded graph: of a large one the app and the nodes with the most edges, and how many are left out.</summary>
    public static string Write(FoldedGraph graph)
    {
        var degree = graph.Edges.SelectMany(edge => new[] { edge.From, edge.To }).GroupBy(node => node).ToDictionary(node => node.Key, node => node.Count());
        var drawn = Enumerable.Range(0, graph.Nodes.Count)
            .OrderByDescending(i => graph.Nodes[i].IsApp).ThenByDescending(i => degree.GetValueOrDefault(i)).ThenBy(i => i).Take(MaxNodes).Order().ToList();
        var edges = graph.Edges.Where(edge => drawn.Contains(edge.From) && drawn.Contains(edge.To)).Take(MaxEdges);
        return Mermaid.Flowchart(
        [
            .. drawn.Select(i => $"n{i}[{Label(graph.Nodes[i])}]:::{(graph.Nodes[i].IsCycle ? "cycle" : JsonFormat.Name(graph.Nodes[i].Origin))}"),
            .. edges.Select(edge => $"n{edge.From} {Arrow(edge.Evidence)} n{edge.To}"),
            .. LeftOut(graph.Nodes.Count - drawn.Count),
        ]);
    }

    /// <summary>Only a change and its way from the root, with what came and what left marked in words and colour.</summary>
    public static string Write(ChangeDrawing drawing) => Mermaid.Flowchart(
        [
            .. drawing.Nodes.Take(MaxNodes).Select((node, i) => $"n{i}[{Label(node)}]:::{JsonFormat.Name(node.Change)}"),
            .. drawing.Edges.Where(edge => edge.From < MaxNodes && edge.To < MaxNodes).Take(MaxEdges)
                .Select(edge => $"n{edge.From} {Arrow(edge.Change)} n{edge.To}"),
            .. LeftOut(drawing.Nodes.Count - MaxNodes),
        ]);

    private static string Label(FoldedNode node) =>
        node.IsFramework ? Mermaid.Label(node.Name, $"{node.Members.Count} assemblies")
        : node.IsCycle ? Mermaid.Label([.. NodeLabel.Lines(node.Name), $"a cycle of {node.Members.Count}"])
        : Mermaid.Label(NodeLabel.Lines(node.Name));

    private static string Label(ChangedNode node) => node.Change switch
    {
        ChangeKind.Added => Mermaid.Label([.. NodeLabel.Lines(node.Id), "new"]),
        ChangeKind.Removed => Mermaid.Label([.. NodeLabel.Lines(node.Id), "left"]),
        _ => Mermaid.Label(NodeLabel.Lines(node.Id)),
    };

    private static string Arrow(Evidence evidence) => evidence switch
    {
        Evidence.Load => "-->",
        Evidence.Lookup => "-. looks it up .->",
        _ => "-.->",
    };

    private static string Arrow(ChangeKind change) => change switch
    {
        ChangeKind.Added => "==>",
        ChangeKind.Removed => "-.->",
        _ => "-->",
    };

    private static string[] LeftOut(int count) => count > 0 ? [$"more[{Mermaid.Label($"and {count} more")}]:::kept"] : [];
}
