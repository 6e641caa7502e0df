using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

public sealed class GreatVolumes : IDisposable
{
    private readonly RecordProcess _record = new();

    public GreatVolumes() => _record.Options.AddRange(["--ready", "exit", "--timeout", "150"]);

    [SlowFact(Slow.GreatVolumes)]
    public async Task A_gigabyte_of_output_neither_blocks_the_app_nor_fills_the_disk()
    {
        var result = await RecordAsync("write", "1024");

        result.Log.ShouldStartWith("started");
        result.Log.Length.ShouldBeLessThan(2 << 20);
        result.Log.ShouldContain("bytes left out");
    }

    [SlowFact(Slow.GreatVolumes)]
    public async Task Five_thousand_assemblies_are_all_in_the_graph()
    {
        var result = await RecordAsync("assemblies", "5000");

        result.Names.Where(n => n.StartsWith("Copy", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(Copies(5000));
    }

    [Fact]
    public async Task Loads_of_thirty_two_threads_at_once_are_all_in_the_graph()
    {
        var result = await RecordAsync("threads", "500");

        result.Names.Where(n => n.StartsWith("Copy", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(Copies(500));
    }

    [SlowFact(Slow.GreatVolumes)]
    public async Task What_is_unloaded_again_was_loaded_all_the_same()
    {
        var result = await RecordAsync("collectible", "200");

        result.Graph.Nodes.Count(n => n.Name.StartsWith("Copy", StringComparison.Ordinal)).ShouldBe(200);
        result.Graph.Nodes.Select(n => n.Id).Distinct().Count().ShouldBe(result.Graph.Nodes.Count);
    }

    [SlowFact(Slow.GreatVolumes)]
    public async Task Emitted_assemblies_by_the_thousand_are_all_in_the_graph()
    {
        var result = await RecordAsync("dynamic", "2000");

        result.Graph.Nodes.Count(n => n.Name.StartsWith("Emitted", StringComparison.Ordinal) && n.Origin == Origin.Memory && n.Path is null).ShouldBe(2000);
    }

    [SlowFact(Slow.GreatVolumes)]
    public async Task Of_two_hundred_megabytes_of_events_none_is_lost_or_the_loss_is_said()
    {
        // About 10 KB of events a request.
        var result = await RecordAsync("events", "20000");

        (result.Run.EventsLost > 0).ShouldBe(result.Diagnostics.Any(d => d.Contains(Codes.EventsLost, StringComparison.Ordinal)));
        if (result.Run.EventsLost == 0)
            result.Graph.FailedBinds.Count(b => b.Name.StartsWith("nnnn", StringComparison.Ordinal)).ShouldBe(20000);
    }

    public void Dispose() => _record.Dispose();

    private async Task<RecordResult> RecordAsync(params string[] mode)
    {
        var result = await _record.RecordAsync(mode);
        result.ExitCode.ShouldBe(0, result.Text);
        result.Run.Outcome.ShouldBe(RunOutcome.Exited, result.Text);
        return result;
    }

    private static IEnumerable<string> Copies(int count) => Enumerable.Range(0, count).Select(i => $"Copy{i:0000}");
}
