using DepGraph.Text;

namespace DepGraph.Reports.Markdown;

/// <summary>Escapes for GitHub's Markdown. Names stand in code spans: there nothing is markup, a mention or a link.</summary>
internal static class MarkdownText
{
    private const int MaxName = 200;

    /// <summary>A code span, for anywhere but a table.</summary>
    public static string Code(string text) => Code(text, MaxName);

    /// <summary>A code span that may be longer, for messages.</summary>
    public static string LongCode(string text) => Code(text, 1000);

    /// <summary>A code span inside a table, where a bar would end the cell.</summary>
    public static string Cell(string text) => Code(text).Replace("|", "\\|");

    private static string Code(string text, int max)
    {
        var line = OneLine.Of(text, max);
        var fence = new string('`', LongestRun(line) + 1);
        var pad = line.Length == 0 || line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
            longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return longest;
    }
}
