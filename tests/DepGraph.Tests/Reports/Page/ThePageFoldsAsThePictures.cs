using System.Text;
using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Reports.Page;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Page;

/// <summary>The page must fold by itself, as a reader opens one fold after the other. What it draws is held against the C# that draws the pictures.</summary>
/// <seealso cref="HtmlData"/>
public class ThePageFoldsAsThePictures
{
    [NodeFact]
    public void Facades_and_frameworks_layers_and_cycles() => Agree(
    [
        GraphText.Framework("App -> System.A", "System.A -> System.B", "App -> Lib", "Lib -> System.B"),
        GraphText.Framework("App -> System.Hosting", "System.Hosting -> Lib", "Lib -> System.B"),
        GraphText.Framework("App -> System.Hosting", "System.Hosting -> App", "System.Hosting -> System.B", "App -> Lib"),
        GraphText.Framework("App -> Lib", "Lib -> System.Mvc", "App -> System.Mvc reference", "System.Mvc -> App lookup"),
        Facades("App -> facade1", "facade1 -> facade2 bind", "facade2 -> Lib", "facade2 -> facade1", "facade1 -> Other reference"),
        Facades("App -> Lib", "Lib -> facade", "App -> facade bind", "facade -> Other"),
        GraphText.Parse("App -> Plugin", "Plugin -> App", "App -> Library bind", "Plugin -> Library", "Other -> Library reference", "Other -> App"),
    ]);

    [NodeFact]
    public void Graphs_of_every_shape() => Agree(RandomGraphs.SomeWithFrameworks(300));

    /// <summary>Holds the boxes, their members and the edges in each state both have: graph and DAG, frameworks folded and not.</summary>
    private static void Agree(IReadOnlyList<LoadGraph> graphs)
    {
        bool[] both = [false, true];
        var cases = (from graph in graphs from merge in both from showFramework in both select (graph, merge, showFramework)).ToList();
        var drawn = FoldedByThePage(cases.Select(one => (DataOf(one.graph), one.merge, one.showFramework)));
        drawn.Length.ShouldBe(cases.Count);
        foreach (var ((graph, merge, showFramework), page) in cases.Zip(drawn))
            page.ShouldBe(Picture(graph, merge, showFramework), Describe(graph, merge, showFramework));
    }

    private static string Picture(LoadGraph graph, bool merge, bool showFramework)
    {
        var condensation = Condensation.Of(graph);
        var folded = merge ? FoldedGraph.OfCondensation(graph, condensation, showFramework) : FoldedGraph.OfGraph(graph, condensation, showFramework);
        string Label(int node) => folded.Nodes[node].Name + (folded.Nodes[node].IsFramework ? " (framework)" : "");
        var nodes = folded.Nodes.Select((node, i) => $"{Label(i)}: {string.Join(' ', node.Members)}").Order(StringComparer.Ordinal);
        var edges = folded.Edges.Select(edge => $"{Label(edge.From)} -> {Label(edge.To)} {JsonFormat.Name(edge.Evidence)}").Order(StringComparer.Ordinal);
        return string.Join("; ", nodes.Concat(edges));
    }

    private static string DataOf(LoadGraph graph) => Encoding.UTF8.GetString(HtmlData.Write(new ReportSource(graph, new ReportOptions(), default)));

    private static string[] FoldedByThePage(IEnumerable<(string Data, bool Merge, bool ShowFramework)> states)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["states"], states.Select(state => $"{{\"data\":{state.Data},\"view\":{View(state.Merge, state.ShowFramework)}}}"));
        var script = Repository.PathOf("tests", "DepGraph.Tests", "Reports", "Page", "fold-pages.mjs");
        return ProgramRun.ToEnd("node", [script, folder["states"]]).ShouldSucceed().Output.Split('\n')[..^1];

        static string View(bool merge, bool showFramework) =>
            JsonSerializer.Serialize(new { merge, frameworks = !showFramework, references = true, facades = false, reduce = true });
    }

    private static string Describe(LoadGraph graph, bool merge, bool showFramework) => string.Join('\n', graph.Edges
        .Select(edge => $"{graph.Nodes[edge.From].Id} -> {graph.Nodes[edge.To].Id} {edge.Evidence}")
        .Concat(graph.Nodes.Select(node => $"{node.Id} {node.Framework} {(node.IsFacade ? "facade" : "")}"))
        .Prepend($"merged: {merge}, framework shown: {showFramework}, root {graph.Root}"));

    private static LoadGraph Facades(params string[] lines)
    {
        var graph = GraphText.Parse(lines);
        return graph with { Nodes = [.. graph.Nodes.Select(node => node with { IsFacade = node.Name.StartsWith("facade", StringComparison.Ordinal) })] };
    }
}
