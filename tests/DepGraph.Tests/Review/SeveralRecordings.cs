using System.Text;
using DepGraph.Graph;
using DepGraph.Reports.Json;
using DepGraph.Reports.Page;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Review;

/// <seealso cref="Merge"/>
public class SeveralRecordings
{
    [Fact]
    public void Of_several_apps_are_one_graph_that_needs_all_of_them()
    {
        var merged = Merge.Of([GraphText.Parse("Api -> Shared", "Shared -> Json"), GraphText.Parse("Worker -> Json", "Worker -> Queue")], "Shop");
        merged.App.ShouldBe("Shop");
        merged.Nodes.Select(node => node.Id).ShouldBe(["Shop", "Api", "Shared", "Json", "Worker", "Queue"]);
        merged.Nodes.Select(node => node.Order).ShouldBe([0, 1, 2, 3, 4, 5]);
        Edges(merged).ShouldBe(["Shop -> Api", "Shop -> Worker", "Api -> Shared", "Shared -> Json", "Worker -> Json", "Worker -> Queue"]);
        LoadSequence.Of(merged).Steps[^1].Name.ShouldBe("Shop");
        GraphJsonReader.Read(GraphJsonWriter.Write(merged), "merged").Nodes.Count.ShouldBe(6);
    }

    [Fact]
    public void Of_one_app_on_several_systems_keep_its_root_and_the_strongest_evidence()
    {
        var linux = GraphText.Parse("App -> Unix", "App -> Json reference");
        var windows = GraphText.Parse("App -> Registry", "App -> Json");
        linux = linux with { Run = linux.Run with { Platform = "linux-x64" } };
        windows = windows with { Run = windows.Run with { Platform = "win-x64" } };
        var merged = Merge.Of([linux, windows], "ignored");
        merged.App.ShouldBe("App");
        merged.Nodes[merged.Root].Id.ShouldBe("App");
        merged.Run.Platform.ShouldBe("linux-x64 + win-x64");
        merged.Edges.Single(edge => merged.Nodes[edge.To].Id == "Json").Evidence.ShouldBe(Evidence.Load);
    }

    [Fact]
    public void Times_are_medians_and_still_add_up()
    {
        var merged =
            Merge.Of(new[] { 10.0, 30, 500 }.Select(ms => GraphText.Make([GraphText.Sample("App", 0, ms)], []) with { Run = GraphText.Finished(ms + 5) })
            .ToArray(), "x");
        merged.Nodes[0].CostMs.ShouldBe(30);
        (merged.Run.UnattributedMs + merged.Nodes.Sum(node => node.CostMs)).ShouldBe(merged.Run.ReadyMs);
        merged.Run.Count.ShouldBe(3);
    }

    [Fact]
    public void Waits_are_those_of_the_recording_in_the_middle_and_name_the_same_node()
    {
        var graphs = new[] { 5.0, 400, 20 }.Select((ms, i) =>
        {
            var graph = GraphText.Parse(i == 2 ? "App -> Other" : "App -> Client", "App -> Client");
            return graph with { Run = GraphText.Finished(ms + 100) with { Waits = [new Wait(1, ms, graph.Nodes.Count - 1, ["Client!C.Get"])] } };
        }).ToArray();
        var merged = Merge.Of(graphs, "x");

        (merged.Run.WaitingMs, merged.Run.UnattributedMs + merged.Nodes.Sum(node => node.CostMs)).ShouldBe((20, merged.Run.ReadyMs - 20));
        merged.Nodes[merged.Run.Waits[0].Node].Id.ShouldBe("Client");
    }

    [Fact]
    public void What_one_recording_loads_is_not_unloaded_because_another_does_not()
    {
        var first = GraphText.Parse("A -> X") with { NotLoaded = [new("Y", [1]), new("Z", [0])] };
        Merge.Of([first, GraphText.Parse("B -> Y")], "All").NotLoaded.ShouldHaveSingleItem().Name.ShouldBe("Z");
    }

    [Fact]
    public void Stand_in_an_index_with_links_and_no_markup_of_their_own()
    {
        var rows = new[] { new IndexRow(GraphText.Parse("Api -> Json"), "api/My Api.html"), new IndexRow(GraphText.Parse("<b>\"x -> Json"), null) };
        var html = Encoding.UTF8.GetString(IndexWriter.Write("Shop", rows));
        html.ShouldContain("<a href=\"api/My%20Api.html\">Api</a>");
        html.ShouldContain("&lt;b&gt;&quot;x");
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("<script");
    }

    private static IEnumerable<string> Edges(LoadGraph graph) => graph.Edges.Select(edge => $"{graph.Nodes[edge.From].Id} -> {graph.Nodes[edge.To].Id}");
}
