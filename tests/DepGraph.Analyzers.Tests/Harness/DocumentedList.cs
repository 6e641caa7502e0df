using System.Text.RegularExpressions;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>The list a section of a rule's page tells: the code in the first column of its table.</summary>
internal static partial class DocumentedList
{
    public static string[] Of(string page, string heading) =>
        [.. File.ReadLines(Repository.PathOf("docs", "rules", page))
            .SkipWhile(line => line.TrimStart('#', ' ') != heading || !line.StartsWith('#'))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Code().Matches(line.Split('|')[1]))
            .Select(code => code.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
