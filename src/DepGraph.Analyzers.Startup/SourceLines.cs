using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Startup;

/// <summary>Finds recorded lines in a file as it is now: by their text, where that leaves no doubt.</summary>
internal sealed class SourceLines(SyntaxTree tree, SourceText text)
{
    private const int LongestText = 200;

    /// <summary>Each cause whose line is still there, at most one a line.</summary>
    public IReadOnlyList<(Cause Cause, Location Location)> Place(IReadOnlyList<Cause> causes)
    {
        var wanted = causes.Select(cause => cause.Text).ToLookup(line => line[0]);
        var found = new Dictionary<string, List<TextLine>>(StringComparer.Ordinal);
        var all = text.ToString(); // what was typed into is a text of many pieces, slow to walk through
        foreach (var line in text.Lines)
        {
            if (FirstLetter(all, line) is not { } first || !wanted.Contains(first))
                continue;
            var one = OneSpaced(all.Substring(line.Start, line.Span.Length));
            if (wanted[first].Contains(one))
                (found.TryGetValue(one, out var same) ? same : found[one] = []).Add(line);
        }

        var placed = new Dictionary<int, (Cause, Location)>();
        foreach (var cause in causes)
        {
            if (found.TryGetValue(cause.Text, out var lines) && LineOf(cause, lines) is { } line && !placed.ContainsKey(line.LineNumber))
                placed.Add(line.LineNumber, (cause, Location.Create(tree, CodeOf(line))));
        }

        return [.. placed.Values];
    }

    /// <summary>A line with blanks ahead and behind left out.</summary>
    /// <param name="line">The line.</param>
    /// <param name="from">What stands ahead of this column is left out too.</param>
    public static TextSpan CodeOf(TextLine line, int from = 0)
    {
        var all = line.ToString();
        var code = all.Substring(Math.Min(from, all.Length));
        return new TextSpan(line.Start + all.Length - code.TrimStart().Length, code.Trim().Length);
    }

    public static string OneSpaced(string line)
    {
        var one = string.Join(" ", line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return one.Length > LongestText ? one.Substring(0, LongestText) : one;
    }

    /// <summary>Of several equal lines that at the recorded place, unless the file is another one by now: then nobody knows which it was.</summary>
    private TextLine? LineOf(Cause cause, List<TextLine> lines) =>
        lines.Count == 1 ? lines[0]
        : lines.FindIndex(line => line.LineNumber == cause.Line - 1) is >= 0 and var at && IsRecorded(cause.Checksum) ? lines[at] : null;

    private bool IsRecorded(string checksum)
    {
        var algorithm = checksum.StartsWith("sha1:", StringComparison.Ordinal) ? SourceHashAlgorithm.Sha1 : SourceHashAlgorithm.Sha256;
        var same = text.ChecksumAlgorithm == algorithm ? text : SourceText.From(text.ToString(), text.Encoding, algorithm);
        var hash = string.Concat(same.GetChecksum().Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        return checksum.EndsWith(":" + hash, StringComparison.Ordinal);
    }

    private static char? FirstLetter(string all, TextLine line)
    {
        for (var i = line.Start; i < line.End; i++)
        {
            if (!char.IsWhiteSpace(all[i]))
                return all[i];
        }

        return null;
    }
}
