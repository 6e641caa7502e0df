namespace DepGraph.Text;

/// <summary>What a user may have meant.</summary>
internal static class SimilarNames
{
    private const int Max = 3;

    private const int MaxLength = 200;

    /// <summary>
    /// The few names that hold what was typed (also as the beginnings of their words: Regex for RegularExpressions) or differ from it in at most a third of its
    /// letters, nearest first.
    /// </summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> names, string typed)
    {
        if (typed.Length is 0 or > MaxLength)
            return [];
        return names.Where(name => name.Length <= MaxLength).Distinct()
            .Select(name =>
                (name, holds: name.Contains(typed, StringComparison.OrdinalIgnoreCase)
                || IsAbbreviation(typed, name), distance: Distance(name.ToUpperInvariant(), typed.ToUpperInvariant())))
            .Where(candidate => candidate.holds || candidate.distance <= typed.Length / 3)
            .OrderByDescending(candidate => candidate.holds).ThenBy(candidate => candidate.distance).ThenBy(candidate => candidate.name, StringComparer.Ordinal)
            .Take(Max).Select(candidate => candidate.name).ToList();
    }

    /// <summary>True when the typed letters are, in this order, beginnings of words of the name; words begin with a capital letter or after a sign.</summary>
    private static bool IsAbbreviation(string typed, string name)
    {
        var reached = new bool[typed.Length + 1]; // how much of what was typed the words until now can say
        reached[0] = true;
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && !char.IsUpper(name[at]) && char.IsLetterOrDigit(name[at - 1]))
                continue;
            for (var from = typed.Length - 1; from >= 0; from--)
            {
                for (var length = 0; reached[from] && from + length < typed.Length && at + length < name.Length
                    && char.ToUpperInvariant(typed[from + length]) == char.ToUpperInvariant(name[at + length]); length++)
                    reached[from + length + 1] = true;
            }
        }

        return reached[^1];
    }

    /// <summary>Levenshtein's distance, a row at a time.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
