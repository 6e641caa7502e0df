using DepGraph.Analyzers.Platform;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Closures;

/// <seealso cref="DelegateTakers"/>
public class TheListOfLibraries
{
    private const string Begin = "<!-- methods: written by the tests of DepGraph.Analyzers.Tests (DEPGRAPH_WRITE_DOCS=1) -->\n";
    private const string End = "<!-- end of methods -->";

    [Fact]
    public void Stands_in_the_page_of_the_rule()
    {
        var page = Repository.PathOf("docs", "rules", "DG1001.md");
        var text = File.ReadAllText(page);
        var (start, stop) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Switches.WriteDocs)
            File.WriteAllText(page, text[..start] + Table() + text[stop..]);
        else
            text[start..stop].ShouldBe(Table());
    }

    [Fact]
    public void Names_each_type_and_each_method_once()
    {
        DelegateTakers.All.Select(taker => (taker.Type, taker.Fate)).ShouldBeUnique();
        foreach (var taker in DelegateTakers.All)
            taker.Methods.ShouldBeUnique();
    }

    [Fact]
    public void Names_methods_of_the_framework_that_are_there()
    {
        var framework = TestProject.Compile("");
        foreach (var taker in DelegateTakers.All.Where(taker => taker.Type.StartsWith("System.", StringComparison.Ordinal)))
        {
            var types = new[] { "", "`1", "`2" }.Select(arity => framework.GetTypeByMetadataName(taker.Type + arity)).OfType<INamedTypeSymbol>().ToList();
            foreach (var method in taker.Methods.Where(_ => types.Count > 0))
                types.SelectMany(type => type.GetMembers(method)).ShouldNotBeEmpty($"{taker.Type}.{method}");
        }
    }

    private static string Table() => "| Library | Methods | The closure is |\n|---|---|---|\n" + string.Concat(DelegateTakers.All
        .GroupBy(taker => (taker.Library, taker.Fate))
        .Select(group => $"| {group.Key.Library} | {string.Join("; ", group.Select(Names))} | {Words(group.Key.Fate)} |\n"));

    private static string Names(DelegateTaker taker) => taker.Methods.Count == 0
        ? $"all of `{taker.TypeName}`"
        : string.Join(", ", taker.Methods.Select((method, n) => n == 0 ? $"`{taker.TypeName}.{method}`" : $"`{method}`"));

    private static string Words(DelegateFate fate) => fate switch
    {
        DelegateFate.UsedAtOnce => "used at once",
        DelegateFate.Kept => "kept",
        DelegateFate.RunsLater => "run later",
        _ => "held by the result",
    };
}
