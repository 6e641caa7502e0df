using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Tests.Failures;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

/// <summary>Apps that bring along the runtime of .NET 8 or 9: it has other events than the one that is installed.</summary>
public class EarlierFrameworks
{
    [SlowTheory(Slow.EarlierFrameworks)]
    [InlineData("net8.0", ".NET 8.0.")]
    [InlineData("net9.0", ".NET 9.0.")]
    public async Task Give_a_web_app_the_graph_that_their_own_runtime_writes_down(string framework, string runtime)
    {
        using var trace = new IndependentTrace();

        var graph = await DepGraphCommand.RecordAsync([await TestApps.SelfContainedAsync("Catalogue", framework)], trace.Environment);

        (graph.Run.Outcome, graph.Run.EventsLost).ShouldBe((RunOutcome.Ready, 0));
        graph.Nodes.Select(n => n.Name).ShouldBe(trace.Loads().Select(AssemblyNames.Simple).Take(graph.Nodes.Count));
        graph.Nodes.Where(n => n.Origin != Origin.Framework).Select(n => n.Name).ShouldBe(["Catalogue", "Newtonsoft.Json"], ignoreOrder: true);
        graph.Edge("Catalogue", "Newtonsoft.Json")
            .ShouldNotBeNull().Cause.ShouldContain(frame => frame.StartsWith("Catalogue!Program.<Main>$ (Program.cs:", StringComparison.Ordinal));
        graph.Nodes.Where(n => n.RunMs > 0).ShouldContain(n => n.Name == "Newtonsoft.Json");
        graph.Run.Runtime.ShouldNotBeNull().ShouldStartWith(runtime);
    }

    [SlowTheory(Slow.EarlierFrameworks)]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    public async Task Tell_of_a_deadlock_who_waits_for_whom(string framework)
    {
        var told = (await FailAsync(framework, "deadlock", "--quiet-period", "1")).ShouldHaveSingleItem();

        told.ShouldContain("DG0004: Failures stalled: deadlock: the main thread waits in Failures!Failures.Stalls.Deadlock for a lock that thread ");
        told.ShouldContain("waits in Failures!Failures.Stalls.TakeSecondThenFirst for a lock that the main thread holds.");
    }

    [SlowTheory(Slow.EarlierFrameworks)]
    [InlineData("net8.0", "throw", "System.InvalidOperationException: the cause of it all. At Failures.Crashes.Throw() (Crashes.cs:")]
    [InlineData("net8.0", "segfault", "signal 11 (SIGSEGV). At Failures!Failures.Crashes.Segfault() < ")]
    [InlineData("net8.0", "overflow", "Stack overflow. At Failures.Crashes.Dive(Int32) < ")]
    [InlineData("net9.0", "throw", "System.InvalidOperationException: the cause of it all. At Failures.Crashes.Throw() (Crashes.cs:")]
    public async Task Tell_of_a_crash_what_and_where(string framework, string mode, string told) =>
        (await FailAsync(framework, mode)).ShouldHaveSingleItem().ShouldContain($"DG0001: Failures crashed: {told}");

    [SlowFact(Slow.EarlierFrameworks)]
    public async Task Are_not_taken_for_the_app_when_it_is_told_where_it_waits()
    {
        using var record = new RecordProcess();
        record.Options.AddRange(["--quiet-period", "1"]);
        var result = await record.RecordCommandAsync(await TestApps.SelfContainedAsync("Failures", "net8.0"), "network");

        result.Run.WaitingIn.ShouldBe("Failures!Failures.Stalls.WaitForNetwork", result.Text);
    }

    [SlowFact(Slow.EarlierFrameworks)]
    public async Task Do_not_make_an_app_ready_that_stands_still_with_a_full_stack()
    {
        var told = await FailAsync("net9.0", "overflow", "--quiet-period", "1");

        told[0].ShouldContain("DG0001: Failures crashed: Stack overflow. At Failures.Crashes.Dive(Int32) < ");
        told.Skip(1).ShouldAllBe(line => line.Contains("DG0007"));
    }

    private static async Task<string[]> FailAsync(string framework, string mode, params string[] options)
    {
        using var record = new RecordProcess();
        record.Options.AddRange(options);
        var result = await record.RecordCommandAsync(await TestApps.SelfContainedAsync("Failures", framework), mode);
        result.Left.ShouldBe(Left.PartialGraph, result.Text);
        result.Names.ShouldContain("Failures");
        Leftovers.OfRuns().ShouldBeEmpty();
        return result.Diagnostics;
    }
}
