using DepGraph.Graph;
using DepGraph.Tests.Support;
using DepGraph.Types;

namespace DepGraph.Tests.Types;

/// <seealso cref="TypeGraph"/>
public class TheCodeOfAnAssembly
{
    private const string Samples = "DepGraph.Tests.Types.Samples.";
    private static readonly string Dll = typeof(TheCodeOfAnAssembly).Assembly.Location;
    private static readonly Lazy<LoadGraph> Types = new(() => Of(Grain.Type));
    private static readonly Lazy<LoadGraph> Namespaces = new(() => Of(Grain.Namespace));

    [Fact]
    public void Has_each_type_once_with_what_is_nested_and_what_the_compiler_made_in_it() =>
        Types.Value.Nodes.Select(node => node.Id).ShouldBe(["Orders.Basket", "Orders.Document", "Orders.Order", "Print.Page", "Stock.Label", "Stock.Shelf<>"]);

    [Fact]
    public void Has_an_edge_where_one_type_names_another_through_lambdas_state_machines_generics_and_nested_types() =>
        Text(Types.Value).ShouldBe([
            "Orders.Basket -> Orders.Order", "Orders.Basket -> Stock.Label", "Orders.Basket -> Stock.Shelf<>", "Print.Page -> Orders.Document",
            "Print.Page -> Orders.Order", "Stock.Shelf<> -> Orders.Order"]);

    [Fact]
    public void Says_where_by_the_member_as_it_stands_in_the_source_with_its_line()
    {
        var label = Edge(Types.Value, "Orders.Basket", "Stock.Label");
        label.Cause[0].ShouldBe($"DepGraph.Tests!{Samples}Orders.Basket.Later (CodeSamples.cs:{LineOf("// lambda")})");
        Edge(Types.Value, "Orders.Basket", "Stock.Shelf<>").Cause.ShouldContain(
            $"DepGraph.Tests!{Samples}Orders.Basket.CountAsync (CodeSamples.cs:{LineOf("// asynchronous")})");
    }

    [Fact]
    public void Has_two_namespaces_that_need_each_other_in_a_cycle_and_the_one_line_that_breaks_it()
    {
        var condensation = Condensation.Of(Namespaces.Value);
        var cut = CycleCut.Of(Namespaces.Value, condensation).ShouldHaveSingleItem();

        condensation.Components[cut.Component].Members.Select(node => Namespaces.Value.Nodes[node].Id).ShouldBe(["Orders", "Stock"]);
        var edge = Namespaces.Value.Edges[cut.Edges.ShouldHaveSingleItem()];
        Namespaces.Value.Nodes[edge.From].Id.ShouldBe("Stock");
        edge.Source.ShouldNotBeNull().ToString().ShouldBe($"CodeSamples.cs:{LineOf("// back")}");
        LoadSequence.Of(Namespaces.Value).Steps.Select(step => step.Name).ShouldBe(["Orders", "Print"]);
    }

    [Fact]
    public void Knows_what_cannot_go_a_base_type()
    {
        Edge(Types.Value, "Print.Page", "Orders.Document").IsFixed.ShouldBeTrue();
        Edge(Types.Value, "Print.Page", "Orders.Order").IsFixed.ShouldBeFalse();
    }

    [Fact]
    public void Of_DepGraph_itself_has_no_cycle_between_namespaces()
    {
        var (exitCode, output, _) = Depgraph.Run("graph", typeof(LoadGraph).Assembly.Location, "--sequence");
        exitCode.ShouldBe(0);
        output.Split('\n')[0].ShouldEndWith(" 0 cycles");
        output.ShouldContain("\nDepGraph.Graph\n");
    }

    [Fact]
    public void Is_refused_in_one_line_where_a_file_is_no_assembly()
    {
        var (exitCode, _, errors) = Depgraph.Run("graph", Repository.PathOf("README.md"));
        exitCode.ShouldBe(2);
        errors.ShouldStartWith("depgraph : error DG0013: ");
        errors.TrimEnd().Split('\n').Length.ShouldBe(1);
    }

    private static LoadGraph Of(Grain grain)
    {
        var all = TypeGraph.Read([Dll], grain);
        var kept = all.Nodes.Where(node => node.Id.StartsWith(Samples, StringComparison.Ordinal)).Select(node => node.Order).ToList();
        return GraphText.Make(
            kept.Select((node, i) => all.Nodes[node] with { Id = all.Nodes[node].Id[Samples.Length..], Order = i }),
            all.Edges.Where(edge => kept.Contains(edge.From) && kept.Contains(edge.To))
                .Select(edge => edge with { From = kept.IndexOf(edge.From), To = kept.IndexOf(edge.To) }), root: -1);
    }

    private static IEnumerable<string> Text(LoadGraph graph) =>
        graph.Edges.Select(edge => $"{graph.Nodes[edge.From].Id} -> {graph.Nodes[edge.To].Id}").Order(StringComparer.Ordinal);

    private static Edge Edge(LoadGraph graph, string from, string to) =>
        graph.Edges.Single(edge => graph.Nodes[edge.From].Id == from && graph.Nodes[edge.To].Id == to);

    private static int LineOf(string mark) => 1 + Array.FindIndex(
        File.ReadAllLines(Repository.PathOf("tests", "DepGraph.Tests", "Types", "CodeSamples.cs")), line => line.EndsWith(mark, StringComparison.Ordinal));
}
