using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

/// <seealso cref="FoldedGraph"/>
public class FoldedGraphs
{
    [Fact]
    public void Show_a_shared_framework_as_one_node() =>
        Drawn(GraphText.Framework("App -> System.A", "System.A -> System.B", "App -> Lib", "Lib -> System.B"))
            .ShouldBe(["App -> Framework", "App -> Lib", "Lib -> Framework"]);

    [Fact]
    public void Show_each_assembly_of_it_when_asked_to() =>
        Drawn(GraphText.Framework("App -> System.A", "System.A -> System.B"), showFramework: true).ShouldBe(["App -> System.A", "System.A -> System.B"]);

    [Fact]
    public void Pass_through_facades_also_several_in_a_row() =>
        Drawn(Facades("App -> facade1", "facade1 -> facade2", "facade2 -> Lib", "facade2 -> facade1")).ShouldBe(["App -> Lib"]);

    [Fact]
    public void Believe_a_way_through_a_facade_no_more_than_its_weakest_part() =>
        FoldedGraph(Facades("App -> facade", "facade -> Lib reference")).Edges.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.Reference);

    [Fact]
    public void Leave_out_what_a_longer_way_says_unless_it_is_a_load()
    {
        Drawn(GraphText.Parse("App -> A", "A -> B", "App -> B reference")).ShouldBe(["A -> B", "App -> A"]);
        Drawn(GraphText.Parse("App -> A", "App -> B", "A -> B reference")).ShouldBe(["A -> B", "App -> A", "App -> B"]);
    }

    [Fact]
    public void Show_who_loaded_what_also_where_a_longer_way_leads_there_by_references()
    {
        foreach (var dag in new[] { false, true })
            Drawn(GraphText.Parse("App -> Giraffe", "App -> Core", "Giraffe -> Core reference"), dag: dag)
                .ShouldBe(["App -> Core", "App -> Giraffe", "Giraffe -> Core"]);
    }

    [Fact]
    public void Show_of_a_folded_framework_who_had_the_first_of_it_loaded() =>
        Drawn(GraphText.Framework("App -> Lib", "App -> System.A", "Lib -> System.A reference", "Lib -> System.B", "App -> System.C"), dag: true)
            .ShouldBe(["App -> Framework", "App -> Lib", "Lib -> Framework"]);

    [Fact]
    public void Show_who_looks_the_app_up_but_not_where_cycles_are_merged()
    {
        var graph = GraphText.Framework("App -> Lib", "Lib -> System.Mvc", "App -> System.Mvc reference", "System.Mvc -> App lookup");

        FoldedGraph(graph).Edges.ShouldAllBe(edge => !edge.IsCycle);
        Drawn(graph).ShouldBe(["App -> Lib", "Framework -> App", "Lib -> Framework"]);
        Drawn(graph, dag: true).ShouldBe(["App -> Lib", "Lib -> Framework"]);
    }

    [Fact]
    public void Of_the_condensation_have_the_load_of_every_node_that_was_loaded() => RandomGraphs.ForAllWithFrameworks(graph =>
    {
        var condensation = Condensation.Of(graph);
        var dag = DepGraph.Graph.FoldedGraph.OfCondensation(graph, condensation, showFramework: true);
        var drawn = dag.Edges.Where(edge => edge.Evidence == Evidence.Load).Select(edge => (edge.From, edge.To)).ToHashSet();
        int DrawnAs(int node) => Enumerable.Range(0, dag.Nodes.Count).FirstOrDefault(i => dag.Nodes[i].Members.Contains(node), -1);
        return graph.Edges.Where(edge => edge.Evidence == Evidence.Load).Select(edge => (From: DrawnAs(edge.From), To: DrawnAs(edge.To)))
            .All(load => load.From < 0 || load.To < 0 || load.From == load.To || drawn.Contains(load));
    });

    [Fact]
    public void Mark_the_edges_of_a_cycle_also_when_it_runs_through_a_framework()
    {
        var edges = FoldedGraph(GraphText.Framework("App -> System.Hosting", "System.Hosting -> App", "System.Hosting -> System.B", "App -> Lib")).Edges;

        edges.Where(edge => edge.IsCycle).Select(edge => (edge.From, edge.To)).ShouldBe([(0, 1), (1, 0)]);
        edges.Count.ShouldBe(3);
    }

    [Fact]
    public void Do_not_mark_what_only_looks_like_a_cycle_when_folded() =>
        FoldedGraph(GraphText.Framework("App -> System.Hosting", "System.Hosting -> Lib", "Lib -> System.B")).Edges.ShouldAllBe(edge => !edge.IsCycle);

    [Fact]
    public void Of_the_condensation_draw_a_framework_in_layers_where_a_package_stands_between() =>
        Drawn(GraphText.Framework("App -> System.Hosting", "System.Hosting -> Lib", "Lib -> System.B"), dag: true)
            .ShouldBe(["App -> Framework (layer 2)", "Framework (layer 2) -> Lib", "Lib -> Framework"]);

    [Fact]
    public void Of_the_condensation_have_no_cycle() => RandomGraphs.ForAllWithFrameworks(graph =>
    {
        var dag = DepGraph.Graph.FoldedGraph.OfCondensation(graph, Condensation.Of(graph), showFramework: false);
        return dag.Edges.All(edge => !edge.IsCycle) && StronglyConnectedComponents.Find(Rows(dag)).Distinct().Count() == dag.Nodes.Count;
    });

    [Fact]
    public void Lead_from_node_to_node_exactly_as_the_graph_does() => RandomGraphs.ForAllWithFrameworks(graph =>
    {
        var folded = FoldedGraph(graph, showFramework: true);
        var (reach, drawn) = (graph.Reach(), Plain(folded).Reach());
        var node = folded.Nodes.Select(n => n.Members.Single()).ToList();
        return Enumerable.Range(0, node.Count).All(a => Enumerable.Range(0, node.Count).All(b => a == b || reach[node[a], node[b]] == drawn[a, b]));
    });

    [Fact]
    public void Are_the_same_whatever_order_the_edges_come_in() => RandomGraphs.ForAllWithFrameworks(graph =>
        Drawn(graph).SequenceEqual(Drawn(graph with { Edges = graph.Edges.Reverse().ToList() })));

    private static FoldedGraph FoldedGraph(LoadGraph graph, bool showFramework = false) =>
        DepGraph.Graph.FoldedGraph.OfGraph(graph, Condensation.Of(graph), showFramework);

    private static IEnumerable<string> Drawn(LoadGraph graph, bool showFramework = false, bool dag = false)
    {
        var folded = dag ? DepGraph.Graph.FoldedGraph.OfCondensation(graph, Condensation.Of(graph), showFramework) : FoldedGraph(graph, showFramework);
        return folded.Edges.Select(edge => $"{folded.Nodes[edge.From].Name} -> {folded.Nodes[edge.To].Name}");
    }

    private static LoadGraph Facades(params string[] lines) =>
        Each(GraphText.Parse(lines), node => node with { IsFacade = node.Name.StartsWith("facade", StringComparison.Ordinal) });

    private static LoadGraph Each(LoadGraph graph, Func<Node, Node> change) => graph with { Nodes = graph.Nodes.Select(change).ToList() };

    private static LoadGraph Plain(FoldedGraph folded) => GraphText.Make(
        folded.Nodes.Select((node, order) => GraphText.Sample(node.Name, order)),
            folded.Edges.Select(edge => new Edge(edge.From, edge.To, edge.Evidence, [])), root: -1);

    private static CompressedSparseRows Rows(FoldedGraph folded) => CompressedSparseRows.Of(Plain(folded));
}
