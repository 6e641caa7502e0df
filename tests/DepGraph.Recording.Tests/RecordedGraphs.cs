using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests;

public class RecordedGraphs
{
    public static TheoryData<string> Apps { get; } = new("Hello", "Languages", "Mvc", "Worker");

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Have_each_assembly_in_exactly_one_step_and_the_app_in_the_last(string app)
    {
        var graph = await Recorded.OnceAsync(app);
        var steps = LoadSequence.Of(graph).Steps;

        steps.SelectMany(s => s.Members).Order().ShouldBe(Enumerable.Range(0, graph.Nodes.Count));
        steps[^1].Members.ShouldContain(graph.Root);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Have_the_step_of_what_is_needed_before_the_step_of_what_needs_it(string app)
    {
        var graph = await Recorded.OnceAsync(app);
        var steps = LoadSequence.Of(graph).Steps;
        var stepOf = steps.SelectMany((s, at) => s.Members.Select(m => (m, at))).ToDictionary(s => s.m, s => s.at);

        var condensation = Condensation.Of(graph);
        graph.Edges.Where(e => stepOf[e.From] < stepOf[e.To] && condensation.Orders(graph, e)).ShouldBeEmpty();
        graph.Edges.Where(e => !condensation.Orders(graph, e)).ShouldAllBe(e => e.Evidence == Evidence.Lookup
            ? e.To == graph.Root
            : e.Evidence == Evidence.Reference && graph.Nodes[e.From].Origin == Origin.Framework && graph.Nodes[e.To].Origin == Origin.Framework);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Have_every_assembly_needed_by_another_but_for_the_app_and_the_core_library(string app)
    {
        var graph = await Recorded.OnceAsync(app);

        var needed = graph.Edges.Where(e => e.Evidence is Evidence.Load).Select(e => graph.Nodes[e.To].Id).ToHashSet();
        graph.Nodes.Select(n => n.Id).Where(id => !needed.Contains(id)).ShouldBe(["System.Private.CoreLib", app]);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Share_out_the_time_to_ready_to_the_microsecond(string app)
    {
        var graph = await Recorded.OnceAsync(app);

        var parts = graph.Nodes.SelectMany(n => new[] { n.BindMs, n.MapMs, n.RunMs }).Append(graph.Run.UnattributedMs)
            .Concat(graph.Run.Waits.Select(w => w.Ms)).ToList();
        parts.ShouldAllBe(part => part >= 0);
        parts.Sum(Microseconds).ShouldBe(Microseconds(graph.Run.ReadyMs));
    }

    private static long Microseconds(double ms) => (long)Math.Round(ms * 1000);
}
