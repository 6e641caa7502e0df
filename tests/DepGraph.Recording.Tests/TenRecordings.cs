using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;
using DepGraph.Reports;
using DepGraph.Reports.Content;

namespace DepGraph.Recording.Tests;

public class TenRecordings
{
    [SlowFact("ten recordings of a web app")]
    public async Task Of_one_app_give_the_same_drawings_and_the_same_steps()
    {
        var outputs = new List<(string Graph, string Dag, string Steps)>();
        for (var i = 0; i < 10; i++)
            outputs.Add(Write(await Recorded.AppAsync("Mvc")));

        foreach (var output in outputs)
        {
            output.Steps.ShouldBe(outputs[0].Steps);
            output.Graph.ShouldBe(outputs[0].Graph);
            output.Dag.ShouldBe(outputs[0].Dag);
        }
    }

    private static (string Graph, string Dag, string Steps) Write(LoadGraph graph)
    {
        using var folder = new TemporaryFolder();
        ReportSet.Write(graph, folder.Path, new ReportOptions { Formats = ["dot"] });
        string Read(string suffix) => File.ReadAllText(Path.Combine(folder.Path, "Mvc" + suffix));
        return (Read(".graph.dot"), Read(".dag.dot"), string.Join('\n', LoadSequence.Of(graph).Steps.Select(s => s.Name)));
    }
}
