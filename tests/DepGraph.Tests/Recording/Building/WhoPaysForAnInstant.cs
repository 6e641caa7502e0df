using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Model;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Building;

/// <seealso cref="RecordedGraph"/>
public class WhoPaysForAnInstant
{
    [Fact]
    public void Is_the_assembly_that_is_looked_for_and_then_mapped()
    {
        var a = Costs(Of([Load("A", at: 14, end: 15, bind: 0)], [Bind("A", "App", start: 10, end: 13)])).Nodes[2];

        (a.BindMs, a.MapMs, a.RunMs).ShouldBe((3, 2, 0));
    }

    [Fact]
    public void Is_the_inner_one_where_a_load_needs_another()
    {
        var graph = Costs(Of(
            [Load("Outer", at: 20, end: 20, bind: 0), Load("Inner", at: 15, end: 15, bind: 1)],
            [Bind("Outer", "App", start: 10, end: 20), Bind("Inner", "Outer", start: 12, end: 15)]));

        (graph.Nodes[2].BindMs, graph.Nodes[3].BindMs).ShouldBe((7, 3));
    }

    [Fact]
    public void Is_the_code_that_is_seen_next() =>
        Costs(Of([]) with { Samples = [Seen(10, CoreLib), Seen(25, App), Seen(30, CoreLib)] }).Nodes.Select(n => n.RunMs).ShouldBe([5, 15]);

    [Fact]
    public void Is_nobody_before_the_first_look_and_after_the_last() =>
        Costs(Of([], readyMs: 100) with { Samples = [Seen(10, App), Seen(25, App)] }).Run.UnattributedMs.ShouldBe(85);

    [Fact]
    public void Is_nobody_where_only_the_recording_caused_it()
    {
        var recording = Of([], readyMs: 40) with
        {
            Samples = [Seen(10, App), Seen(25, -1), Seen(40, App)],
            Jits = [Compiled(12, 20, -1), Compiled(30, 33, -1)],
        };

        Costs(recording).Nodes[App].RunMs.ShouldBe(12);
    }

    [Fact]
    public void Is_the_assembly_whose_method_is_compiled() =>
        Costs(Of([]) with { Samples = [Seen(10, App), Seen(30, App)], Jits = [Compiled(15, 22, CoreLib)] }).Nodes.Select(n => n.RunMs).ShouldBe([7, 13]);

    [Fact]
    public void Is_who_asked_in_vain() =>
        Costs(Of([], [Bind("Missing", "App", start: 10, end: 14, fails: true)])).Nodes[App].RunMs.ShouldBe(4);

    [Fact]
    public void Is_nobody_while_startup_waits_whatever_is_under_way()
    {
        var graph = Costs(Of([Load("A", at: 50, end: 60, bind: 0)], [Bind("A", "App", start: 40, end: 60)], readyMs: 100) with
        {
            Samples = [Seen(10, App), Seen(90, App)],
            Waits = [new(20, 35, [Frame(App, "App!Main")]), new(45, 55, []), new(95, 200, [Frame(App, "App!Main")])],
        });

        (graph.Nodes[2].BindMs, graph.Nodes[2].MapMs, graph.Nodes[App].RunMs).ShouldBe((5, 5, 45));
        graph.Run.WaitingMs.ShouldBe(30);
        graph.Run.Waits.Select(w => (w.AtMs, w.Ms, w.Node, Frames: string.Join(' ', w.Frames))).ShouldBe([(20, 20, App, "App!Main"), (45, 10, -1, "")]);
    }

    [Fact]
    public void Is_always_exactly_one()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var graph = Costs(RandomRecording(new Random(seed)));
            var parts = graph.Nodes.SelectMany(n => new[] { n.BindMs, n.MapMs, n.RunMs }).Append(graph.Run.UnattributedMs)
                .Concat(graph.Run.Waits.Select(w => w.Ms)).ToList();

            parts.ShouldAllBe(part => part >= 0, $"seed {seed}");
            parts.Sum(ms => (long)Math.Round(ms * 1000)).ShouldBe((long)Math.Round(graph.Run.ReadyMs * 1000), $"seed {seed}");
        }
    }

    private static StartupEvents RandomRecording(Random random)
    {
        double Time() => random.NextDouble() * 120; // also past the end
        var binds = Enumerable.Range(0, random.Next(8)).Select(i => Bind($"A{i}", "App", Time(), Time(), fails: random.Next(4) == 0)).ToList();
        var loads = Enumerable.Range(0, binds.Count).Where(_ => random.Next(3) > 0).Select(i => Load($"A{i}", Time(), Time(), i)).ToList();
        return Of(loads, binds.OrderBy(b => b.StartMs), readyMs: 100) with
        {
            Samples = [.. Enumerable.Range(0, random.Next(20)).Select(_ => Seen(Time(), random.Next(-1, 2))).OrderBy(s => s.AtMs)],
            Waits = [.. Waits(random)],
            Jits = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Compiled(Time(), Time(), random.Next(-1, 2)))],
        };
    }

    private static IEnumerable<WaitStretch> Waits(Random random)
    {
        for (var end = 0d; random.Next(4) > 0;)
        {
            var start = end + random.NextDouble() * 40;
            end = start + random.NextDouble() * 40;
            yield return new WaitStretch(start, end, random.Next(2) == 0 ? [] : [Frame(random.Next(2), "A!B")]);
        }
    }

    private static LoadGraph Costs(StartupEvents recording) => RecordedGraph.From(recording);
}
