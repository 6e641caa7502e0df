using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

/// <seealso cref="LoadSequence"/>
public class TheLoadSequence
{
    [Fact]
    public void Goes_from_the_leaves_to_the_app_and_visits_what_was_asked_for_first_first() =>
        LoadSequence.Of(GraphText.Parse("App -> B", "App -> A", "B -> D", "B -> C", "A -> C")).Names().ShouldBe(["D", "C", "B", "A", "App"]);

    [Fact]
    public void Takes_in_what_no_edge_leads_to_before_the_app() =>
        LoadSequence.Of(GraphText.Parse("App -> A", "Emitted", "Handler -> Tool")).Names().ShouldBe(["A", "Emitted", "Tool", "Handler", "App"]);

    [Fact]
    public void Keeps_the_app_last_when_something_it_does_not_reach_refers_to_it() =>
        LoadSequence.Of(GraphText.Parse("App -> A", "Stray -> App reference", "Stray -> B")).Names().ShouldBe(["A", "B", "Stray", "App"]);

    [Fact]
    public void Comes_without_an_app_where_the_entry_assembly_was_never_loaded() =>
        LoadSequence.Of(GraphText.Parse("Hook -> A") with { Root = -1 }).Names().ShouldBe(["A", "Hook"]);

    [Fact]
    public void Costs_a_step_the_sum_of_its_members()
    {
        var graph = GraphText.Make(
            [
                GraphText.Sample("Host", 0) with { BindMs = 0.1, MapMs = 0.2, RunMs = 4 },
                GraphText.Sample("Plugin", 1) with { BindMs = 0.25, MapMs = 0.5, RunMs = 1 },
            ],
            [new Edge(0, 1, Evidence.Load, []), new Edge(1, 0, Evidence.Reference, [])]);

        var step = LoadSequence.Of(graph).Steps.ShouldHaveSingleItem();

        step.CostMs.ShouldBe(6.05);
        step.LoadMs.ShouldBe(1.05);
    }

    [Fact]
    public void Counts_members_where_no_times_were_recorded()
    {
        var sequence = LoadSequence.Of(GraphText.Parse("App -> A", "A -> App", "App -> B"));

        sequence.HasTimes.ShouldBeFalse();
        sequence.Steps.Select(step => step.CostMs).ShouldBe([1, 2]);
    }

    [Fact]
    public void Has_every_node_in_exactly_one_step() => RandomGraphs.ForAll(graph =>
        LoadSequence.Of(graph).Steps.SelectMany(step => step.Members).Order().SequenceEqual(Enumerable.Range(0, graph.Nodes.Count)));

    [Fact]
    public void Ends_with_the_apps_component() => RandomGraphs.ForAll(graph =>
        graph.Root < 0 || LoadSequence.Of(graph).Steps[^1].Members.Contains(graph.Root));

    [Fact]
    public void Has_what_is_needed_before_what_needs_it() => RandomGraphs.ForAllWithFrameworks(graph =>
    {
        var at = new Dictionary<int, int>();
        var steps = LoadSequence.Of(graph).Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var member in steps[i].Members)
                at[member] = i;
        }

        var condensation = Condensation.Of(graph);
        var reach = graph.Reach(edge => condensation.Orders(graph, edge));
        bool IsStrayToApp(Edge edge) => graph.Root >= 0 && at[edge.To] == at[graph.Root] && !reach[graph.Root, edge.From];
        return graph.Edges.Where(edge => condensation.Orders(graph, edge))
            .All(edge => at[edge.From] == at[edge.To] || at[edge.To] < at[edge.From] || IsStrayToApp(edge));
    });

    [Fact]
    public void Adds_up_to_the_cost_of_all_nodes() => RandomGraphs.ForAll(graph =>
        !graph.Nodes.Any(n => n.CostMs > 0) || Math.Abs(LoadSequence.Of(graph).Steps.Sum(s => s.CostMs) - graph.Nodes.Sum(n => n.CostMs)) < 1e-6);
}
