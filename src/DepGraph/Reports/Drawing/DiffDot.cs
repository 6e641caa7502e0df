using System.Globalization;
using DepGraph.Reports.Content;
using DepGraph.Review;

namespace DepGraph.Reports.Drawing;

/// <summary>A change and its way from the root in the DOT language: what came is bold and says so, what left is dashed and says so.</summary>
public static class DiffDot
{
    /// <summary>The drawing as text, '\n' at the line ends.</summary>
    public static string Write(string title, ChangeDrawing drawing)
    {
        var dot = Dot.Begin(title);
        for (var i = 0; i < drawing.Nodes.Count; i++)
            dot.Append(CultureInfo.InvariantCulture, $"  n{i} [{Attributes(drawing.Nodes[i])}];\n");
        foreach (var edge in drawing.Edges)
            dot.Append(CultureInfo.InvariantCulture, $"  n{edge.From} -> n{edge.To} [{Attributes(edge.Change)}];\n");
        return dot.Append("}\n").ToString();
    }

    private static string Attributes(ChangedNode node) => node.Change switch
    {
        ChangeKind.Added => $"label={Dot.Quote([.. NodeLabel.Lines(node.Id), "new"])}, color=\"#17692f\", fillcolor=\"#dff5e4\", penwidth=2",
        ChangeKind.Removed =>
            $"label={Dot.Quote([.. NodeLabel.Lines(node.Id), "left"])}, color=\"#a8231e\", fillcolor=\"#fde4e2\", style=\"filled,rounded,dashed\", penwidth=2",
        _ => $"label={Dot.Quote(NodeLabel.Lines(node.Id))}, color=\"#8a8f98\", fillcolor=\"#ffffff\"",
    };

    private static string Attributes(ChangeKind change) => change switch
    {
        ChangeKind.Added => "color=\"#17692f\", penwidth=2",
        ChangeKind.Removed => "color=\"#a8231e\", style=dashed",
        _ => "color=\"#8a8f98\"",
    };
}
