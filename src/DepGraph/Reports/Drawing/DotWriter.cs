using System.Globalization;
using System.Text;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;

namespace DepGraph.Reports.Drawing;

/// <summary>Writes a folded graph in the DOT language: clusters by origin, colour by cost, line style by evidence, cycles marked, with a legend.</summary>
public static class DotWriter
{
    private const int MaxMembersShown = 8;

    /// <summary>The drawing as text, '\n' at the line ends, the same for the same input.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="nodes">The nodes of the load graph, for the names of a merged cycle's members.</param>
    /// <param name="graph">What to draw.</param>
    /// <param name="cost">What its colours mean.</param>
    /// <param name="cut">The ends of the edges that break its cycles, or null.</param>
    public static string Write(string title, IReadOnlyList<Node> nodes, FoldedGraph graph, DrawnCost cost, IReadOnlySet<(int From, int To)>? cut = null)
    {
        var dot = Dot.Begin(title, "color=\"#8a8f98\", ", "color=\"#5f6670\", ");
        foreach (var origin in Enum.GetValues<Origin>())
            WriteCluster(dot, nodes, graph, cost, origin);
        foreach (var edge in graph.Edges)
            dot.Append(CultureInfo.InvariantCulture,
                $"  {Id(graph.Nodes[edge.From])} -> {Id(graph.Nodes[edge.To])}{Attributes(edge, cut?.Contains((edge.From, edge.To)) == true)};\n");
        DotLegend.Write(dot, graph, cost.Title, hasCut: cut?.Count > 0);
        return dot.Append("}\n").ToString();
    }

    private static void WriteCluster(StringBuilder dot, IReadOnlyList<Node> nodes, FoldedGraph graph, DrawnCost cost, Origin origin)
    {
        var drawn = Enumerable.Range(0, graph.Nodes.Count).Where(i => graph.Nodes[i].Origin == origin).ToList();
        if (drawn.Count == 0)
            return;
        var (title, colour) = DrawingStyle.Of(origin);
        dot.Append(CultureInfo.InvariantCulture,
            $"  subgraph cluster_{JsonFormat.Name(origin)} {{\n    label=\"{title}\"; style=rounded; fontsize=14; color=\"{colour}\"; " +
            $"fontcolor=\"{colour}\";\n");
        foreach (var i in drawn)
        {
            var node = graph.Nodes[i];
            var (fill, text) = DrawingStyle.Fill(cost.Shares[i]);
            dot.Append(CultureInfo.InvariantCulture, $"    {Id(node)} [label={Label(nodes, node, cost.Labels[i])}, fillcolor=\"{fill}\", " +
                $"fontcolor=\"{text}\"{(node.IsApp ? $", color=\"{colour}\", penwidth=3" : "")}{(node.IsCycle ? ", peripheries=2" : "")}];\n");
        }

        dot.Append("  }\n");
    }

    private static string Label(IReadOnlyList<Node> nodes, FoldedNode node, string cost)
    {
        var lines = NodeLabel.Lines(node.Name).ToList();
        if (node.IsFramework)
            lines.Add(node.Members.Count == 1 ? "1 assembly" : $"{node.Members.Count} assemblies");
        if (node.IsCycle)
        {
            lines.Add("in a cycle with");
            lines.AddRange(node.Members.Skip(1).Take(MaxMembersShown).Select(member => string.Join(' ', NodeLabel.Lines(nodes[member].Id))));
            if (node.Members.Count > MaxMembersShown + 1)
                lines.Add($"and {node.Members.Count - MaxMembersShown - 1} more");
        }

        if (cost.Length > 0)
            lines.Add(cost);
        return Dot.Quote([.. lines]);
    }

    private static string Attributes(FoldedEdge edge, bool isCut)
    {
        // A lookup leads back to the app: it must not push the app behind what it needs.
        var style = edge.Evidence == Evidence.Load ? ""
            : $"style={DrawingStyle.Of(edge.Evidence).Style}{(edge.Evidence == Evidence.Lookup ? $", color=\"{DrawingStyle.Lookup}\", constraint=false" : "")}";
        var cycle = edge.IsCycle ? $"color=\"{DrawingStyle.Cycle}\", penwidth=2" : "";
        var scissors = isCut ? $"label=\"cut\", fontsize=10, fontcolor=\"{DrawingStyle.Cycle}\"" : "";
        var both = string.Join(", ", new[] { style, cycle, scissors }.Where(text => text.Length > 0));
        return both.Length == 0 ? "" : $" [{both}]";
    }

    private static string Id(FoldedNode node) => Dot.Quote(node.IsFramework ? $"[{node.Name}]" : node.Name);
}
