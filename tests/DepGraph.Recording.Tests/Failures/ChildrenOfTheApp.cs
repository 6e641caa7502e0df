using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

public sealed class ChildrenOfTheApp : IDisposable
{
    private readonly RecordProcess _record = new();

    private string PidFile => Path.Combine(_record.Folder, "pid");

    [SlowFact("an app with twenty children")]
    public async Task Twenty_at_once_have_a_whole_graph_each()
    {
        var result = await _record.RecordAsync("children", "20");

        result.ExitCode.ShouldBe(0, result.Text);
        result.Graph.Children.Count.ShouldBe(20);
        result.Graph.Children.ShouldAllBe(c => c.App == "Failures" && c.Run.Outcome == RunOutcome.Exited
            && c.Nodes.Any(n => n.Name == "System.Xml.ReaderWriter"));
    }

    [LinuxTheory]
    [InlineData("daemon")]
    [InlineData("outlived")]
    public async Task One_that_outlives_the_app_is_recorded_and_ended(string mode)
    {
        var result = await _record.RecordAsync(mode, PidFile);

        result.ExitCode.ShouldBe(0, result.Text);
        result.Run.Outcome.ShouldBe(RunOutcome.Exited);
        result.Graph.Children.ShouldHaveSingleItem().App.ShouldBe("Failures");
        await Leftovers.ShouldGoAsync(PidFile);
    }

    [LinuxFact]
    public async Task An_app_that_replaces_itself_is_recorded_as_what_it_became()
    {
        var result = await _record.RecordAsync("exec");

        result.ExitCode.ShouldBe(0, result.Text);
        result.Run.Outcome.ShouldBe(RunOutcome.Exited);
        result.Names.ShouldContain("System.Xml.ReaderWriter");
        result.Graph.Children.Count.ShouldBe(1);
    }

    public void Dispose() => _record.Dispose();
}
