using DepGraph.Graph;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Drawing;

/// <seealso cref="DotWriter"/>
public class TheDrawings
{
    private static readonly LoadGraph Graph =
        GraphText.Parse("App -> Lib", "Lib -> Plugin", "Plugin -> Lib reference", "App -> Asked bind", "Asked -> Plugin reference",
        "Asked -> App lookup", "Stray");

    [Fact]
    public void Are_the_same_for_two_recordings_that_differ_only_in_times()
    {
        var random = new Random(7);
        LoadGraph Timed() => Graph with
        {
            Run = GraphText.Finished(random.NextDouble() * 1000),
            Nodes = Graph.Nodes.Select(node =>
                node with { AtMs = random.NextDouble(), BindMs = random.NextDouble(), RunMs = 100 * random.NextDouble() }).ToList(),
        };
        Dot(Timed()).ShouldBe(Dot(Timed()));
    }

    [Fact]
    public void Show_evidence_as_line_style_and_cycles_in_red()
    {
        var dot = Dot(Graph);

        dot.ShouldContain("\"App\" -> \"Lib\";");
        dot.ShouldContain("\"App\" -> \"Asked\" [style=dashed];");
        dot.ShouldContain("\"Asked\" -> \"Plugin\" [style=dotted];");
        dot.ShouldContain("\"Asked\" -> \"App\" [style=dashed, color=\"#b3b9c2\", constraint=false];");
        dot.ShouldContain("\"Lib\" -> \"Plugin\" [color=\"#c62828\", penwidth=2];");
        dot.ShouldContain("\"Plugin\" -> \"Lib\" [style=dotted, color=\"#c62828\", penwidth=2];");
    }

    [Fact]
    public void Explain_their_lines_and_colours()
    {
        var dot = Dot(Graph);

        foreach (var evidence in Enum.GetValues<Evidence>())
            dot.ShouldContain(DrawingStyle.Of(evidence).Meaning);
        dot.ShouldContain("part of a cycle");
        Dot(GraphText.Parse("App -> A")).ShouldNotContain("part of a cycle");
    }

    [Fact]
    public void Colour_a_node_by_what_was_loaded_on_its_behalf()
    {
        var folded = FoldedGraph.OfGraph(Graph, Condensation.Of(Graph), false);
        var cost = DrawnCost.Loads(Graph, folded);

        folded.Nodes.Zip(cost.Labels).Select(pair => $"{pair.First.Name}: {pair.Second}")
            .ShouldBe(["App: 3 loads", "Asked: ", "Lib: 2 loads", "Plugin: ", "Stray: "]);
        cost.Shares[0].ShouldBe(3 / 5.0);
    }

    [Fact]
    public void Draw_a_merged_cycle_as_one_node_with_its_members()
    {
        var condensation = Condensation.Of(Graph);
        var folded = FoldedGraph.OfCondensation(Graph, condensation, false);

        DotWriter.Write("t", Graph.Nodes, folded, DrawnCost.Loads(Graph, folded)).ShouldContain("\"Lib\" [label=\"Lib\\nin a cycle with\\nPlugin\\n2 loads\"");
    }

    [Fact]
    public void Mark_the_edges_that_break_a_cycle()
    {
        using var folder = new TemporaryFolder();
        ReportSet.Write(GraphText.Parse("App -> Lib", "Lib -> Plugin", "Plugin -> Lib"), folder.Path, new ReportOptions { Formats = ["dot"] });

        var marked = File.ReadAllLines(folder["App.graph.dot"]).Where(line => line.Contains("label=\"cut\"", StringComparison.Ordinal));
        marked.ShouldHaveSingleItem().ShouldStartWith("  \"Lib\" -> \"Plugin\"");
        File.ReadAllText(folder["App.dag.dot"]).ShouldNotContain("label=\"cut\"");
    }

    private static string Dot(LoadGraph graph)
    {
        var folded = FoldedGraph.OfGraph(graph, Condensation.Of(graph), showFramework: false);
        return DotWriter.Write("title", graph.Nodes, folded, DrawnCost.Loads(graph, folded));
    }
}
