using System.Globalization;
using System.Text;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.PlainText;

/// <summary>A difference for the terminal.</summary>
public static class DiffText
{
    /// <summary>The text, '\n' at the line ends; empty when nothing changed.</summary>
    public static string Write(Diff diff, Snapshot now)
    {
        if (diff.IsEmpty)
            return "";
        var text = new StringBuilder($"{OneLine.Of(diff.App)}: {Sentences.Headline(diff)}\n");
        foreach (var line in ChangeLines.Of(diff, now, Sentences.Plain))
            text.Append(CultureInfo.InvariantCulture, $"  {Sign(line.Kind)} {line.Text}\n");
        if (diff.Time is { } time)
            text.Append(CultureInfo.InvariantCulture, $"  {Sentences.Of(time)}\n");
        return text.ToString();
    }

    private static char Sign(ChangeKind change) => change switch
    {
        ChangeKind.Added => '+',
        ChangeKind.Removed => '-',
        _ => '~',
    };
}
