using System.Globalization;
using System.Text;
using DepGraph.Review;

namespace DepGraph.Reports.Markdown;

/// <summary>A difference as Markdown for a pull request: the headline, what changed and why, and a drawing of only that.</summary>
public static class DiffMarkdown
{
    private const int MaxLines = 40;

    /// <summary>The whole text; empty when nothing changed.</summary>
    public static string Write(Diff diff, Snapshot old, Snapshot now) =>
        diff.IsEmpty ? "" : $"# {MarkdownText.Code(diff.App)}: startup changed\n\n{Body(diff, now, ChangeDrawing.Of(diff, old, now))}";

    /// <summary>The text without its heading.</summary>
    internal static string Body(Diff diff, Snapshot now, ChangeDrawing drawing)
    {
        if (diff.IsEmpty)
            return "Startup loads the same, in the same order.\n";
        var text = new StringBuilder($"**{Sentences.Headline(diff)}**\n\n");
        var lines = ChangeLines.Of(diff, now, new Sentences(MarkdownText.Code));
        foreach (var line in lines.Take(MaxLines))
            text.Append(CultureInfo.InvariantCulture, $"- {Sign(line.Kind)} {line.Text}\n");
        if (lines.Count > MaxLines)
            text.Append(CultureInfo.InvariantCulture, $"- and {lines.Count - MaxLines} more\n");
        if (diff.Time is { } time)
            text.Append(CultureInfo.InvariantCulture, $"\n{Sentences.Of(time)}\n");
        if (drawing.Edges.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n```mermaid\n{MermaidWriter.Write(drawing)}```\n");
        return text.ToString();
    }

    private static string Sign(ChangeKind change) => change switch
    {
        ChangeKind.Added => "➕",
        ChangeKind.Removed => "➖",
        _ => "↔️",
    };
}
