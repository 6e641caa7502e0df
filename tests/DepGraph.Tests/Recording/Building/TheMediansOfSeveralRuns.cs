using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Building;

/// <seealso cref="SeveralRuns"/>
public class TheMediansOfSeveralRuns
{
    [Fact]
    public void Are_the_times_of_the_middle_run_with_half_the_interquartile_range()
    {
        var graph = SeveralRuns.Median([Run(10, 100), Run(30, 120), Run(20, 110)]);

        (graph.Run.ReadyMs, graph.Run.Count).ShouldBe((110, 3));
        graph.Run.ReadySpreadMs.ShouldBe(5);
        graph.Nodes[0].RunMs.ShouldBe(20);
        graph.Nodes[0].SpreadMs.ShouldBe(5);
    }

    [Fact]
    public void Add_up_to_the_time_to_ready() => Parts(SeveralRuns.Median([Run(10, 100), Run(30, 120), Run(21, 111)])).ShouldBe(111_000);

    [Fact]
    public void Are_scaled_down_where_together_they_are_more_than_the_time_to_ready()
    {
        var graph = SeveralRuns.Median([Run(50, 60), Run(50, 10), Run(50, 20)]);

        graph.Run.UnattributedMs.ShouldBeGreaterThanOrEqualTo(0);
        Parts(graph).ShouldBe(20_000);
    }

    [Fact]
    public void Are_the_waits_of_the_run_that_waited_neither_longest_nor_shortest()
    {
        var graph = SeveralRuns.Median([Run(10, 100, waitMs: 50), Run(10, 120, waitMs: 70), Run(10, 110, waitMs: 60)]);

        (graph.Run.WaitingMs, graph.Run.UnattributedMs, Parts(graph)).ShouldBe((60, 40, 110_000));
    }

    [Fact]
    public void Are_waits_too_that_are_scaled_down_where_they_are_more_than_the_time_to_ready()
    {
        var graph = SeveralRuns.Median([Run(5, 90, waitMs: 85), Run(5, 60, waitMs: 50), Run(50, 50), Run(50, 20), Run(5, 40, waitMs: 60.5)]);

        graph.Run.WaitingMs.ShouldBe(50);
        graph.Nodes[0].RunMs.ShouldBe(0);
        Parts(graph).ShouldBe(50_000);
    }

    [Fact]
    public void Of_one_run_are_that_run()
    {
        var run = Run(10, 100);
        SeveralRuns.Median([run]).Nodes.ShouldBeSameAs(run.Nodes);
        SeveralRuns.Median([run]).Run.ShouldBeSameAs(run.Run);
    }

    [Fact]
    public void Take_into_what_an_edge_saves_how_far_one_start_strays_and_four_by_half_of_it()
    {
        var run = Run(50, 100) with { RetainedTimes = [new RetainedTime(-1, 0, 20, 40)] };

        SeveralRuns.Median([run]).RetainedTimes.ShouldBe([new RetainedTime(-1, 0, 18, 44)]);
        SeveralRuns.Median([run, run, run, run]).RetainedTimes.ShouldBe([new RetainedTime(-1, 0, 19, 42)]);
    }

    [Fact]
    public void Save_no_more_than_the_whole_start() =>
        SeveralRuns.Median([Run(50, 100) with { RetainedTimes = [new RetainedTime(-1, 0, 90, 99)] }]).RetainedTimes[0].HighMs.ShouldBe(100);

    private static long Parts(LoadGraph graph) =>
        (long)Math.Round(1000 * graph.Run.UnattributedMs) + (long)Math.Round(1000 * graph.Run.WaitingMs) +
            graph.Nodes.Sum(n => (long)Math.Round(1000 * n.CostMs));

    private static LoadGraph Run(double runMs, double readyMs, double waitMs = 0)
    {
        var graph = GraphText.Make([GraphText.Sample("App", 0) with { RunMs = runMs }], []);
        return graph with
        {
            Run =
            graph.Run with
            {
                ReadyMs = readyMs,
                UnattributedMs = Math.Max(0, readyMs - runMs - waitMs),
                Waits = waitMs > 0
            ? [new Wait(0, waitMs, 0, ["App!Main"])] : []
            }
        };
    }
}
