using System.Text;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Text;

namespace DepGraph.Reports.Drawing;

/// <summary>
/// The DOT files and their SVGs. A DOT file says nothing that changes from run to run, so it can be committed and compared: it is
/// coloured by loads. The SVG is for looking at: it is made from the same drawing coloured by time.
/// </summary>
internal static class Drawings
{
    // Beyond this a picture tells nobody anything, and laying it out takes for ever.
    private const int MaxNodes = 20_000;

    public static byte[]? GraphDot(ReportSource source) => Dot(source, source.Graph.App, () => source.DrawnGraph);

    public static byte[]? DagDot(ReportSource source) => Dot(source, DagTitle(source), () => source.DrawnDag);

    public static byte[]? GraphSvg(ReportSource source) => Svg(source, source.Graph.App, () => source.DrawnGraph);

    public static byte[]? DagSvg(ReportSource source) => Svg(source, DagTitle(source), () => source.DrawnDag);

    private static string DagTitle(ReportSource source) => $"{source.Graph.App} with its cycles merged";

    private static byte[]? Dot(ReportSource source, string title, Func<FoldedGraph> drawn) =>
        IsTooLarge(source) ? null : Write(source, title, "", drawn(), DrawnCost.Loads(source.Graph, drawn()));

    private static byte[]? Svg(ReportSource source, string title, Func<FoldedGraph> drawn)
    {
        if (IsTooLarge(source) || source.Warnings.Exists(warning => warning.Code == Codes.GraphvizFailed))
            return null; // a dot that hangs would do so again
        if (Graphviz.Find() is not { } graphviz)
        {
            source.Note($"No SVG: Graphviz's dot is not on PATH. {Graphviz.HowToGet}");
            return null;
        }

        var cost = source.Sequence.HasTimes ? DrawnCost.Times(source.Graph, drawn()) : DrawnCost.Loads(source.Graph, drawn());
        var timing = source.Sequence.HasTimes ? $", {OutcomeText.Of(source.Graph.Run.Outcome)} after {Milliseconds.Of(source.Graph.Run.ReadyMs)}" : "";
        try
        {
            return graphviz.Svg(Write(source, title, timing, drawn(), cost), source.Options.GraphvizTimeout, source.Cancellation);
        }
        catch (DepGraphException e) when (e.Code == Codes.GraphvizFailed)
        {
            source.Warn(new Finding(e.Code, e.Message));
            return null;
        }
    }

    private static byte[] Write(ReportSource source, string title, string timing, FoldedGraph drawn, DrawnCost cost) =>
        Encoding.UTF8.GetBytes(DotWriter.Write($"{title}: {source.Graph.Nodes.Count} assemblies{timing}", source.Graph.Nodes, drawn, cost,
            CutOf(source, drawn)));

    /// <summary>The drawn edges that stand for an edge to cut; none where cycles are merged.</summary>
    private static HashSet<(int From, int To)> CutOf(ReportSource source, FoldedGraph drawn)
    {
        var boxOf = drawn.Nodes.SelectMany((box, i) => box.Members.Select(node => (node, i))).ToDictionary(pair => pair.node, pair => pair.i);
        return [.. source.Cuts.SelectMany(cut => cut.Edges).Select(edge => source.Graph.Edges[edge])
            .Where(edge => boxOf.ContainsKey(edge.From) && boxOf.ContainsKey(edge.To)).Select(edge => (boxOf[edge.From], boxOf[edge.To]))];
    }

    private static bool IsTooLarge(ReportSource source)
    {
        if (source.Graph.Nodes.Count <= MaxNodes)
            return false;
        source.Note($"No drawings: {source.Graph.Nodes.Count} nodes are more than anyone can look at ({MaxNodes}).");
        return true;
    }
}
