using System.Text.RegularExpressions;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Docs;

/// <summary>The table of docs/architecture.md, held against the compiled core.</summary>
public partial class TheOrderOfNamespaces
{
    private static readonly string[][] Rows = [.. File.ReadLines(Repository.PathOf("docs", "architecture.md"))
        .SkipWhile(line => !line.StartsWith("| namespace |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => Name().Matches(line.Split('|')[1]).Select(name => name.Groups[1].Value).Select(Full).ToArray())];

    [Fact]
    public void Is_the_one_the_code_keeps_a_row_needs_only_those_above_it() =>
        NamespaceReferences.In(typeof(Codes).Assembly.Location, nameof(DepGraph)).Where(needed => RowOf(needed.From) <= RowOf(needed.To)).ShouldBeEmpty();

    [Fact]
    public void Names_each_namespace_of_the_core_once() => Rows.SelectMany(row => row).Order(StringComparer.Ordinal)
        .ShouldBe(typeof(Codes).Assembly.GetTypes().Select(type => type.Namespace!)
            .Where(name => name?.StartsWith(nameof(DepGraph), StringComparison.Ordinal) == true).Distinct().Order(StringComparer.Ordinal));

    private static int RowOf(string name) => Array.FindIndex(Rows, row => row.Contains(name));

    private static string Full(string name) => name == nameof(DepGraph) ? name : $"{nameof(DepGraph)}.{name}";

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
