using DepGraph.Graph;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Tool;

/// <seealso cref="InitsCommand"/>
public class TheInitsCommand
{
    private static readonly LoadGraph Graph = GraphText.Parse("App -> Words") with
    {
        Initializers =
        [
            new Initializer("App!Program..cctor", 0, 12.25, 9.5, 1.5, ["App!Program.Main\u0007"]),
            new Initializer("Words!Rules..cctor", 1, 14, 8, 8, ["App!Program..cctor", "App!Program.Main", "App!Outer"]),
        ],
    };

    [Fact]
    public void Lists_what_ran_in_its_order_with_what_it_took_and_who_touched_it() => InitializersText.Lines(Graph).ShouldBe(
    [
        "2 initializers of App before ready, 9.5 ms together",
        "        at         ms     own ms  initializer, and what first touched it",
        "      12.2        9.5        1.5  App!Program..cctor < App!Program.Main\uFFFD",
        "      14.0        8.0        8.0  Words!Rules..cctor < App!Program..cctor < App!Program.Main",
    ]);

    [Fact]
    public void Lists_those_of_child_processes_too() =>
        InitializersText.Lines(GraphText.Parse("Parent") with { Children = [Graph] }).Take(3)
            .ShouldBe(["0 initializers of Parent before ready, 0.0 ms together", "", "2 initializers of App before ready, 9.5 ms together"]);

    [Fact]
    public void Reads_a_recording()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.json"], GraphJsonWriter.Write(Graph));
        Depgraph.Run("inits", folder["g.json"]).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(0), run => run.Output.ShouldContain("Words!Rules..cctor < App!Program..cctor"));
        Depgraph.Run("inits", folder["none.json"]).Errors.ShouldContain("DG0013");
    }
}
