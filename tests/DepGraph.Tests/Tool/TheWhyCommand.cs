using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Tool;

/// <seealso cref="WhyCommand"/>
public class TheWhyCommand
{
    private static readonly LoadGraph Graph = GraphText.Make(
        [
            GraphText.Sample("Shop", 0),
            GraphText.Sample("Mvc", 1),
            GraphText.Sample("Razor", 2, runMs: 1.5) with { Version = "10.0.0.0" },
            GraphText.Sample("Stray", 3) with { Cause = ["CoreLib!Thread.Start"] },
        ],
        [
            new Edge(0, 1, Evidence.Load, ["Shop!Program.Main"]),
            new Edge(1, 2, Evidence.Load, ["Mvc!Parts.Add", "Shop!Program.Main"]),
            new Edge(0, 2, Evidence.Reference, []),
        ]) with
    { NotLoaded = [new UnloadedReference("Newtonsoft.Json", [0, 1])] };

    [Fact]
    public void Shows_what_happened_first_and_a_shorter_way_by_references_after_it() => WhyText.Lines(Graph, "razor").ShouldBe(
    [
        "Razor 10.0.0.0: number 3 of the 4 that Shop loads, cost 1.5 ms",
        "",
        "Shop",
        "-> Mvc  (load: its request loaded it)",
        "     at Shop!Program.Main",
        "-> Razor  (load: its request loaded it)",
        "     at Mvc!Parts.Add",
        "     at Shop!Program.Main",
        "",
        "A shorter way, not the one by which it was loaded:",
        "Shop",
        "-> Razor  (reference: only its metadata says so)",
    ]);

    [Fact]
    public void Goes_by_requests_where_the_loads_do_not_lead_back_to_the_app() =>
        WhyText.Lines(GraphText.Parse("App -> A", "A -> C bind", "App -> C reference", "B -> C"), "C").Skip(2).ShouldBe(
        [
            "App",
            "-> A  (load: its request loaded it)",
            "-> C  (bind: it asked, it was there)",
            "",
            "It was loaded by B  (load: its request loaded it)",
            "",
            "A shorter way, not the one by which it was loaded:",
            "App",
            "-> C  (reference: only its metadata says so)",
        ]);

    [Fact]
    public void Says_it_once_when_the_path_ends_with_the_load() => WhyText.Lines(Graph, "MVC").ShouldBe(
    [
        "Mvc: number 2 of the 4 that Shop loads, cost 0.0 ms",
        "Without it startup would load 1 to 2 assemblies and 0.0 to 1.5 ms less.",
        "",
        "Shop",
        "-> Mvc  (load: its request loaded it)",
        "     at Shop!Program.Main",
    ]);

    [Fact]
    public void Says_what_it_knows_of_a_node_that_nothing_leads_to() => WhyText.Lines(Graph, "Stray").Skip(2).ShouldBe(
    [
        "No edge leads to it from Shop.",
        "",
        "Who had it loaded is not known.",
        "     at CoreLib!Thread.Start",
    ]);

    [Fact]
    public void Says_that_it_was_not_loaded_and_who_refers_to_it() =>
        WhyText.Lines(Graph, "newtonsoft.json").ShouldBe(["Newtonsoft.Json is not loaded when Shop starts. It is referenced by:", "  Shop", "  Mvc"]);

    [Fact]
    public void Looks_into_child_processes_too() =>
        WhyText.Lines(GraphText.Parse("Other") with { Children = [Graph] }, "Razor").First().ShouldContain("that Shop loads");

    [Theory]
    [InlineData("Rasor", "Razor")]
    [InlineData("json", "Newtonsoft.Json")]
    [InlineData("NJson", "Newtonsoft.Json")]
    public void Proposes_what_may_have_been_meant(string typed, string proposed) =>
        Should.Throw<DepGraphException>(() => WhyText.Lines(Graph, typed)).Message.ShouldEndWith($"Did you mean {proposed}?");

    [Fact]
    public void Proposes_a_name_for_the_beginnings_of_its_words() =>
        Should.Throw<DepGraphException>(() => WhyText.Lines(GraphText.Parse("App -> System.Text.RegularExpressions", "App -> System.Xml"), "Regex"))
            .Message.ShouldEndWith("Did you mean System.Text.RegularExpressions?");

    [Fact]
    public void Says_what_breaks_the_cycle_it_is_in() => WhyText.Lines(GraphText.Parse("App -> Lib", "Lib -> Plugin", "Plugin -> Lib"), "Plugin").ShouldContain(
        "It is in a cycle with Lib; to break it, cut Lib -> Plugin; as good: Plugin -> Lib.");

    [Fact]
    public void Refuses_an_unknown_name_in_one_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.json"], GraphJsonWriter.Write(Graph));

        Depgraph.Run("why", folder["g.json"], "Zz\nz")
            .ShouldBe((2, "", "depgraph : error DG0014: Nothing of the name \"Zz\uFFFDz\" is in the graph of Shop.\n"));
        Depgraph.Run("why", folder["g.json"], "Mvc").ExitCode.ShouldBe(0);
    }
}
