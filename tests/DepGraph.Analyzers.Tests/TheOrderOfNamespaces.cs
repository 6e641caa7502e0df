using DepGraph.Analyzers.CodeFixes.Locks;

namespace DepGraph.Analyzers.Tests;

/// <summary>Code needs only what stands below it: a namespace in a row may need those of the rows above it, and no other.</summary>
public class TheOrderOfNamespaces
{
    private static readonly string[][] Analyzers =
    [
        ["DepGraph.Analyzers"],
        ["DepGraph.Analyzers.Operations", "DepGraph.Analyzers.Options", "DepGraph.Analyzers.Platform", "DepGraph.Analyzers.Locks.Kept"],
        ["DepGraph.Analyzers.Closures.Loops", "DepGraph.Analyzers.Locks.Source"],
        ["DepGraph.Analyzers.Closures.Escapes", "DepGraph.Analyzers.Locks.Held", "DepGraph.Analyzers.Locks.Callbacks"],
        ["DepGraph.Analyzers.Closures.Report", "DepGraph.Analyzers.Locks.Search"],
        ["DepGraph.Analyzers.Closures", "DepGraph.Analyzers.Locks.Report"],
        ["DepGraph.Analyzers.Locks"],
    ];

    [Fact]
    public void No_namespace_of_the_analyzers_needs_one_beside_or_above_it() => AgainstTheOrder(typeof(DiagnosticIds), Analyzers).ShouldBeEmpty();

    [Fact]
    public void No_fix_needs_a_fix_of_another_rule() =>
        AgainstTheOrder(typeof(MoveBehindLockFix),
            [.. Analyzers, ["DepGraph.Analyzers.CodeFixes"], ["DepGraph.Analyzers.CodeFixes.Closures", "DepGraph.Analyzers.CodeFixes.Locks"]])
            .ShouldBeEmpty();

    private static IEnumerable<NamespaceReference> AgainstTheOrder(Type inAssembly, string[][] rows) =>
        NamespaceReferences.In(inAssembly.Assembly.Location, "DepGraph")
            .Where(reference => RowOf(reference.To, rows) >= RowOf(reference.From, rows) || IsBetween("Closures", "Locks", reference)
                || IsBetween("Locks", "Closures", reference));

    /// <summary>What two rules both need stands in neither of them.</summary>
    private static bool IsBetween(string from, string to, NamespaceReference reference) =>
        reference.From.Split('.').Contains(from) && reference.To.Split('.').Contains(to);

    private static int RowOf(string name, string[][] rows)
    {
        var row = Array.FindIndex(rows, names => names.Contains(name));
        row.ShouldNotBe(-1, $"{name} has no place in the order");
        return row;
    }
}
