namespace DepGraph.Reports;

/// <summary>What a user may have meant.</summary>
internal static class SimilarNames
{
    private const int Max = 3;

    private const int MaxLength = 200;

    /// <summary>The few names that hold what was typed or differ from it in at most a third of its letters, nearest first.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> names, string typed)
    {
        if (typed.Length is 0 or > MaxLength) return [];
        return names.Where(name => name.Length <= MaxLength).Distinct()
            .Select(name => (name, holds: name.Contains(typed, StringComparison.OrdinalIgnoreCase), distance: Distance(name.ToUpperInvariant(), typed.ToUpperInvariant())))
            .Where(candidate => candidate.holds || candidate.distance <= typed.Length / 3)
            .OrderBy(candidate => candidate.distance).ThenBy(candidate => candidate.name, StringComparer.Ordinal)
            .Take(Max).Select(candidate => candidate.name).ToList();
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
