using System.Net;
using System.Net.Sockets;
using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class AnAppThatWaits
{
    // Each wait is two seconds. On a very busy machine what ticks beside it gets no processor at once, nor do we: some of it is not seen.
    private const double MostOfIt = 1000;

    [Theory]
    [SlowData(Slow.Waits, "child", "ForAChild")]
    [SlowData(Slow.Waits, "pipe", "ForAPipe")]
    [InlineData("sleep", "Sleeping")]
    [SlowData(Slow.Waits, "thread", "ForAThread")]
    [InlineData("task", "ForATask")]
    [SlowData(Slow.Waits, "delay", "DelayAsync")]
    public async Task Is_told_from_one_that_runs_with_the_frames_of_who_waits(string mode, string method) =>
        ShouldWait(await Recorded.AppAsync("Waiting", mode), method);

    [SlowFact(Slow.Waits)]
    public async Task For_an_answer_from_the_network_charges_no_socket()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = AnswerAsync(listener);

        ShouldWait(await Recorded.AppAsync("Waiting", "http", $"http://{listener.LocalEndpoint}/"), "ForAnAnswerAsync");
        await answer;
    }

    [SlowFact(Slow.Waits)]
    public async Task For_a_child_that_waits_is_told_as_the_child_is()
    {
        var graph = await Recorded.AppAsync("Parent", await TestApps.DllAsync("Waiting"));

        graph.Run.WaitingMs.ShouldBeGreaterThan(MostOfIt);
        graph.Run.Waits[0].Frames.ShouldContain(frame => frame.StartsWith("Parent!", StringComparison.Ordinal));
        ShouldWait(graph.Children.ShouldHaveSingleItem(), "Sleeping");
    }

    [Fact]
    public async Task Does_not_wait_while_it_computes()
    {
        var graph = await Recorded.AppAsync("Waiting", "compute");

        graph.Run.WaitingMs.ShouldBeLessThan(graph.Run.ReadyMs / 2);
        ShouldAddUp(graph);
    }

    private static void ShouldWait(LoadGraph graph, string method)
    {
        graph.Run.Waits[0].Frames.ShouldContain(frame => frame.StartsWith($"Waiting!Waiting.Waits.{method} (Waits.cs:", StringComparison.Ordinal));
        graph.Nodes[graph.Run.Waits[0].Node].Name.ShouldBe("Waiting");
        graph.Run.WaitingMs.ShouldBeGreaterThan(MostOfIt);
        graph.Nodes.Sum(n => n.CostMs).ShouldBeLessThanOrEqualTo(graph.Run.ReadyMs - MostOfIt);
        ShouldAddUp(graph);
    }

    private static void ShouldAddUp(LoadGraph graph) =>
        graph.Nodes.SelectMany(n => new[] { n.BindMs, n.MapMs, n.RunMs }).Concat(graph.Run.Waits.Select(w => w.Ms)).Append(graph.Run.UnattributedMs)
            .Sum(ms => (long)Math.Round(ms * 1000)).ShouldBe((long)Math.Round(graph.Run.ReadyMs * 1000));

    private static async Task AnswerAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096]);
        await Task.Delay(TimeSpan.FromSeconds(2));
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"u8.ToArray());
    }
}
