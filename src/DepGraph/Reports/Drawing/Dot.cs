using System.Text;
using DepGraph.Text;

namespace DepGraph.Reports.Drawing;

/// <summary>Escapes for the DOT language, and how each drawing begins. Names are cut to what can be looked at.</summary>
internal static class Dot
{
    private const int MaxName = 200;

    /// <summary>A drawing up to its first node.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="node">Further attributes of all nodes, each with a comma and a space behind it.</param>
    /// <param name="edge">The same for all edges.</param>
    public static StringBuilder Begin(string title, string node = "", string edge = "") => new($$"""
        digraph {
          graph [label={{Quote(title)}}, labelloc=t, fontsize=18, rankdir=LR, ranksep=0.7, nodesep=0.15, bgcolor=white, fontname="Helvetica,Arial,sans-serif"];
          node [shape=box, style="filled,rounded", {{node}}fontsize=12, margin="0.12,0.06", height=0.3, fontname="Helvetica,Arial,sans-serif"];
          edge [{{edge}}arrowsize=0.6];

        """.ReplaceLineEndings("\n"));

    /// <summary>A quoted string of one or more lines, for ids and labels.</summary>
    public static string Quote(params string[] lines) => $"\"{string.Join("\\n", lines.Select(Escape))}\"";

    /// <summary>Text inside an HTML-like label.</summary>
    public static string Html(string text) => OneLine.Of(text, MaxName).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    // A backslash starts an escape (\N: the node's name) and an ampersand an entity, in ids and labels alike.
    private static string Escape(string text) => OneLine.Of(text, MaxName).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("&", "&amp;");
}
