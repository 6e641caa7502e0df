using DepGraph.Text;

namespace DepGraph.Reports.Drawing;

/// <summary>Escapes for the DOT language. Names are cut to what can be looked at.</summary>
internal static class Dot
{
    private const int MaxName = 200;

    /// <summary>A quoted string of one or more lines, for ids and labels.</summary>
    public static string Quote(params string[] lines) => $"\"{string.Join("\\n", lines.Select(Escape))}\"";

    /// <summary>Text inside an HTML-like label.</summary>
    public static string Html(string text) => OneLine.Of(text, MaxName).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    // A backslash starts an escape (\N: the node's name) and an ampersand an entity, in ids and labels alike.
    private static string Escape(string text) => OneLine.Of(text, MaxName).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("&", "&amp;");
}
