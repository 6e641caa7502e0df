using System.Text;
using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Content;

/// <seealso cref="WaitText"/>
public class WaitsInTheReports
{
    private static readonly LoadGraph Graph = GraphText.Make(
        [GraphText.Sample("App", 0, 20), GraphText.Sample("Client", 1, 60) with { Origin = Origin.Package }], [new Edge(0, 1, Evidence.Load, [])]) with
    {
        Run = GraphText.Finished(2100) with
        {
            UnattributedMs = 20,
            Waits = [new Wait(5, 1950, 1, ["Sockets!S.Read", "Client!C.Get", "App!Main"]), new Wait(1, 50, -1, [])]
        },
    };

    [Fact]
    public void Are_a_part_of_their_own_in_speedscope_on_the_node_that_waits()
    {
        using var file = JsonDocument.Parse(SpeedscopeWriter.Write(Graph));
        var costs = file.RootElement.GetProperty("profiles")[0];

        file.RootElement.GetProperty("shared").GetProperty("frames")[2].GetProperty("name").GetString().ShouldBe("waiting");
        costs.GetProperty("samples").EnumerateArray().Select(way => string.Join(' ', way.EnumerateArray())).ShouldBe(["0", "0 1", "0 1 2", "2"]);
        costs.GetProperty("weights").EnumerateArray().Select(ms => ms.GetDouble()).ShouldBe([20, 60, 1950, 50]);
    }

    [Fact]
    public void Make_no_box_pale()
    {
        var folded = new ReportSource(Graph, new ReportOptions(), default).DrawnGraph;
        var cost = DrawnCost.Times(Graph, folded);

        cost.Shares.ShouldBe([0.2, 0.6]);
        cost.Title.ShouldBe("share of the time to ready without 2000 ms of waiting");
    }

    [Fact]
    public void Are_told_in_the_load_sequence_beside_what_no_step_accounts_for()
    {
        using var file = JsonDocument.Parse(LoadSequenceJson.Write(Graph, LoadSequence.Of(Graph)));

        file.RootElement.GetProperty("sequence").EnumerateArray().Sum(step => step.GetProperty("costMs").GetDouble())
            .ShouldBe(2100 - file.RootElement.GetProperty("waitingMs").GetDouble() - file.RootElement.GetProperty("unattributedMs").GetDouble());
    }

    [Fact]
    public void Stand_at_the_node_that_waits() => (
        WhyText.Lines(Graph, "Client").First(),
        Encoding.UTF8.GetString(DgmlWriter.Write(new(Graph, new(), default))).Contains("CostMs=\"60\" WaitsMs=\"1950\"", StringComparison.Ordinal))
        .ShouldBe(("Client: number 2 of the 2 that App loads, cost 60.0 ms, and it waits 1950 ms", true));

    [Fact]
    public void Are_said_behind_the_time_to_ready_from_the_own_code_on()
    {
        WaitText.OfReady(Graph).ShouldBe(", 2000 ms of it waiting, 1950 ms of that in C.Get < Main");
        WaitText.OfReady(Graph with { Run = Graph.Run with { Waits = [Graph.Run.Waits[1]] } }).ShouldBe(", 50.0 ms of it waiting");
        WaitText.OfReady(Graph with { Run = Graph.Run with { Waits = [] } }).ShouldBe("");
    }

    [Fact]
    public void Of_files_without_them_are_none()
    {
        var old = Encoding.UTF8.GetString(GraphJsonWriter.Write(Graph)).Replace("\"waits\"", "\"other\"", StringComparison.Ordinal)
            .Replace("\"waitingMs\"", "\"another\"", StringComparison.Ordinal);

        GraphJsonReader.Read(Encoding.UTF8.GetBytes(old), "x").Run.WaitingMs.ShouldBe(0);
    }

    [Fact]
    public void That_name_no_node_are_refused()
    {
        var wrong = Encoding.UTF8.GetString(GraphJsonWriter.Write(Graph)).Replace("\"node\": \"Client\"", "\"node\": \"Clint\"", StringComparison.Ordinal);

        Should.Throw<DepGraphException>(() =>
            GraphJsonReader.Read(Encoding.UTF8.GetBytes(wrong), "x")).Message.ShouldContain("run.waits[0].node names \"Clint\"");
    }
}
