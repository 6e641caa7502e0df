using DepGraph.Graph;

namespace DepGraph.Reports.Drawing;

/// <summary>Colours and lines of the drawings, the same in each format.</summary>
public static class DrawingStyle
{
    /// <summary>The colour of a cycle's edges.</summary>
    public const string Cycle = "#c62828";

    /// <summary>The colour of an edge that needs nothing.</summary>
    public const string Lookup = "#b3b9c2";

    // Light to dark, told apart in grey and by the colour-blind too: from a share on, the fill and the text on it.
    private static readonly (double From, string Fill, string Text)[] Scale =
    [
        (0, "#ffffff", "#1b1f24"),
        (0.01, "#fff3c9", "#1b1f24"),
        (0.03, "#fdd57e", "#1b1f24"),
        (0.1, "#f79a4b", "#1b1f24"),
        (0.3, "#d9482b", "#ffffff"),
    ];

    /// <summary>Fill and text colour of a node by its share of the cost.</summary>
    public static (string Fill, string Text) Fill(double share)
    {
        var (_, fill, text) = Scale.Last(step => share >= step.From);
        return (fill, text);
    }

    /// <summary>The steps of the scale: the smallest share (0 to 1) and its fill.</summary>
    public static IEnumerable<(double From, string Fill)> Steps => Scale.Select(step => (step.From, step.Fill));

    /// <summary>Heading and colour of a cluster.</summary>
    public static (string Title, string Colour) Of(Origin origin) => origin switch
    {
        Origin.App => ("app", "#1b5e9b"),
        Origin.Framework => ("shared framework", "#6b7280"),
        Origin.Package => ("packages", "#2e7d4f"),
        Origin.Memory => ("in memory", "#7b4fa3"),
        _ => ("elsewhere", "#b3261e"),
    };

    /// <summary>The line of an edge, as a value of DOT's <c>style</c>, and what it tells.</summary>
    public static (string Style, string Meaning) Of(Evidence evidence) => evidence switch
    {
        Evidence.Load => ("solid", "load: its request loaded it"),
        Evidence.Bind => ("dashed", "bind: it asked, it was there"),
        Evidence.Lookup => ("dashed", "lookup: it looks it up by name and needs nothing of it"),
        _ => ("dotted", "reference: only its metadata says so"),
    };
}
