using System.Text;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Markdown;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Markdown;

/// <seealso cref="MarkdownWriter"/>
public class TheMarkdownSummary
{
    private static readonly LoadGraph Graph = GraphText.Make(
        [GraphText.Sample("App", 0, 1), GraphText.Sample("Package", 1, 20) with { Origin = Origin.Package },
            GraphText.Sample("Deep", 2, 13.5) with { Origin = Origin.Package }],
        [new Edge(0, 1, Evidence.Load, ["App!Main"]), new Edge(1, 2, Evidence.Load, []), new Edge(2, 1, Evidence.Bind, [])]);

    [Fact]
    public void Says_size_time_costs_what_could_go_and_cycles()
    {
        var text = Write(Graph);
        text.ShouldStartWith("# `App` at startup\n\n**3 assemblies** · ready after **0.0 ms**");
        text.ShouldContain("```mermaid\nflowchart LR\n");
        text.ShouldContain("| `Package` | 20.0 ms | 0.0 ms | 20.0 ms |");
        text.ShouldContain("| `App -> Package` | 2 | 33.5 ms |");
        text.ShouldContain("## Cycles\n\n- `Package`, `Deep`; to break it, cut `Deep -> Package`; as good: `Package -> Deep`\n");
        text.ShouldNotContain("## Changes");
    }

    [Fact]
    public void Says_where_startup_waited_from_its_own_code_on()
    {
        Wait[] waits = [new(5, 2000, 1, ["System.Net.Http!H.Send", "Package!P.C.Get", "App!Main"]), new(1, 50, -1, [])];
        var text = Write(Graph with { Run = Graph.Run with { ReadyMs = 2100, Waits = waits } });

        text.ShouldContain("ready after **2100 ms**, 2050 ms of it waiting");
        text.ShouldContain("| 2000 ms | `P.C.Get < Main` |\n| 50.0 ms | not known |\n");
        Write(Graph).ShouldNotContain("waiting");
    }

    [Fact]
    public void Names_the_lines_of_the_own_code_that_cost_something()
    {
        const string dear = "src/App/Program.cs", cheap = "a.cs";
        var text = Write(Graph with { LineCosts = [new LineCost(0, dear, 12, "Main", 21) { Loads = [1] }, new LineCost(0, cheap, 3, "M", 0.2)] });

        text.ShouldContain($"\n## Lines\n\nWhat lines of the own code cost.\n\n| Line | startup |\n|---|---|\n| `{dear}:12` | ");
        text.ShouldNotContain(cheap);
        Write(Graph).ShouldNotContain("## Lines");
    }

    [Fact]
    public void Says_where_the_time_goes_and_tells_types_and_precompiled_code_apart_where_they_were_recorded()
    {
        var node = GraphText.Sample("App", 0, 40);

        Write(GraphText.Make([node with { CompileMs = 20, TypeLoadMs = 10, RestoreMs = 4 }], []))
            .ShouldContain("| compiling methods | 20.0 ms |\n| loading types | 10.0 ms |\n| making precompiled code ready | 4.0 ms |\n| other code | 6.0 ms |");
        Write(GraphText.Make([node with { CompileMs = 20 }], [])).ShouldContain("| compiling methods | 20.0 ms |\n| other code | 20.0 ms |");
    }

    [Fact]
    public void Says_what_changed_against_the_lock_file_once()
    {
        var lockFile = LockFile.Of(GraphText.Parse("App"));
        var text = Write(Graph, lockFile, Check.Findings(Graph, lockFile, new Budgets(1)));
        text.ShouldContain("**2 assemblies added (33.5 ms), 1 new cycle**");
        text.ShouldContain("➕ Startup now loads `Package` and 1 more through it (`Deep`), 33.5 ms, loaded by `App`");
        text.ShouldNotContain("DG0101");
        text.ShouldContain("**DG0104**");
    }

    [Fact]
    public void Is_the_same_again_for_the_same_graph() => Write(Graph).ShouldBe(Write(Graph));

    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("`tick`", "`` `tick` ``")]
    [InlineData("a``b", "```a``b```")]
    [InlineData("@everyone #1 <b>", "`@everyone #1 <b>`")]
    [InlineData("two\nlines", "`two\uFFFDlines`")]
    public void Names_stand_in_code_spans_where_nothing_is_markup(string name, string span) => MarkdownText.Code(name).ShouldBe(span);

    [Fact]
    public void A_bar_in_a_name_ends_no_cell() => MarkdownText.Cell("a|b").ShouldBe("`a\\|b`");

    [Fact]
    public void Stays_short_for_a_large_graph()
    {
        var graph =
            GraphText.Make(Enumerable.Range(0, 2000).Select(i => GraphText.Sample($"Assembly{i}", i, i)), Enumerable.Range(1, 1999)
            .Select(i => new Edge(i / 3, i, Evidence.Load, [])));
        Write(graph).Length.ShouldBeLessThan(10_000);
    }

    private static string Write(LoadGraph graph, LockFile? lockFile = null, IReadOnlyList<Finding>? findings = null) =>
        Encoding.UTF8.GetString(MarkdownWriter.Write(new ReportSource(graph, new ReportOptions { LockFile = lockFile, Findings = findings ?? [] }, default)));
}
