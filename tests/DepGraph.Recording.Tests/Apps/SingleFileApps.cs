using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class SingleFileApps
{
    [SlowFact(Slow.SingleFiles)]
    public async Task Have_the_graph_they_have_in_many_files()
    {
        var many = await Recorded.OnceAsync("Worker");
        var single = await Recorded.CommandAsync(await PublishAsync("Worker", "--no-self-contained"));

        single.Run.Outcome.ShouldBe(RunOutcome.Ready);
        single.Nodes.Select(n => (n.Id, n.Origin, n.Path)).ShouldBe(many.Nodes.Select(n => (n.Id, n.Origin, n.Path)));
        Edges(single).ShouldBe(Edges(many));
        (single.Run.Runtime, many.Run.Runtime).ShouldBe(($".NET {Environment.Version}", $".NET {Environment.Version}"));
    }

    [SlowFact(Slow.SingleFiles)]
    public async Task Have_it_too_when_they_bring_a_compressed_framework_along()
    {
        var many = await Recorded.OnceAsync("Hello");
        var single = await Recorded.CommandAsync(await PublishAsync("Hello", "--self-contained", "-p:EnableCompressionInSingleFile=true"));

        single.Nodes.Select(n => (n.Id, n.Origin, n.Framework)).ShouldBe(many.Nodes.Select(n => (n.Id, n.Origin, n.Framework)));
        Edges(single).ShouldBe(Edges(many));
        single.Run.Runtime.ShouldNotBeNull().ShouldStartWith(".NET 10.0."); // the SDK's latest, not what is installed
    }

    private static async Task<string> PublishAsync(string app, params string[] options)
    {
        var folder = await TestApps.PublishAsync(app, "single-" + app, ["-c", "Debug", "--use-current-runtime", "-p:PublishSingleFile=true", .. options]);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? app + ".exe" : app);
    }

    private static IEnumerable<string> Edges(LoadGraph graph) =>
        graph.Edges.Select(e => $"{graph.Nodes[e.From].Id} -> {graph.Nodes[e.To].Id} {e.Evidence}").Order(StringComparer.Ordinal);
}
