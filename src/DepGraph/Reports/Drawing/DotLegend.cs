using System.Globalization;
using System.Text;
using DepGraph.Graph;

namespace DepGraph.Reports.Drawing;

/// <summary>The legend of a drawing: the colour scale, and the lines that occur in it.</summary>
internal static class DotLegend
{
    // No node can be called this: line ends in names are escaped.
    private const string Id = "\"legend\\n\"";

    public static void Write(StringBuilder dot, FoldedGraph graph, string scale, bool hasCut)
    {
        dot.Append(CultureInfo.InvariantCulture,
            $"  {Id} [shape=plain, style=\"\", margin=0, label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"2\" cellpadding=\"3\">");
        dot.Append(CultureInfo.InvariantCulture,
            $"<tr><td colspan=\"{DrawingStyle.Steps.Count()}\" align=\"left\"><font point-size=\"10\">colour: {Dot.Html(scale)}</font></td></tr><tr>");
        foreach (var (from, fill) in DrawingStyle.Steps)
        {
            var share = (100 * from).ToString("0", CultureInfo.InvariantCulture);
            dot.Append(CultureInfo.InvariantCulture, $"<td border=\"1\" color=\"#8a8f98\" bgcolor=\"{fill}\"><font point-size=\"10\" " +
                $"color=\"{DrawingStyle.Fill(from).Text}\">{(from > 0 ? $"from {share} %" : "less")}</font></td>");
        }

        dot.Append("</tr>");
        foreach (var evidence in graph.Edges.Select(edge => edge.Evidence).Distinct().Order())
            Line(dot, Glyphs(evidence), evidence == Evidence.Lookup ? DrawingStyle.Lookup : "#5f6670", DrawingStyle.Of(evidence).Meaning);
        if (graph.Edges.Any(edge => edge.IsCycle))
            Line(dot, "━━━━", DrawingStyle.Cycle, "part of a cycle");
        if (hasCut)
            Line(dot, "cut", DrawingStyle.Cycle, "without these there is no cycle");
        dot.Append("</table>>];\n");
    }

    private static void Line(StringBuilder dot, string glyphs, string colour, string meaning) =>
        dot.Append(CultureInfo.InvariantCulture, $"<tr><td align=\"left\"><font point-size=\"10\" color=\"{colour}\">{glyphs}</font></td><td " +
            $"colspan=\"{DrawingStyle.Steps.Count() - 1}\" align=\"left\"><font point-size=\"10\">{Dot.Html(meaning)}</font></td></tr>");

    private static string Glyphs(Evidence evidence) =>
        evidence switch { Evidence.Load => "────", Evidence.Bind or Evidence.Lookup => "─ ─ ─", _ => "· · · · ·" };
}
