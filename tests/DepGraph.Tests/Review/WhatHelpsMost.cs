using DepGraph.Graph;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Review;

/// <seealso cref="WhatToDo"/>
public class WhatHelpsMost
{
    private const int App = 0, Json = 1, Inner = 2;

    [Fact]
    public void Is_the_edge_out_of_own_code_that_saves_most_with_the_place_that_calls_it()
    {
        var advice = Of(Graph(new RetainedTime(App, Json, 40, 50), new RetainedTime(-1, Json, 40, 50))).ShouldHaveSingleItem();

        (advice.Kind, advice.LowMs, advice.HighMs).ShouldBe((AdviceKind.Edge, 40, 50));
        advice.What.ShouldBe("Use Json after startup only, or do without it: App calls it in App!Program.Main.");
    }

    [Fact]
    public void Is_not_told_again_for_what_it_brings_in() =>
        Of(Graph(new RetainedTime(App, Json, 40, 50), new RetainedTime(Json, Inner, 30, 30))).ShouldHaveSingleItem().What.ShouldStartWith("Use Json");

    [Fact]
    public void Is_nothing_on_a_start_that_spends_nothing_much_anywhere() =>
        Of(Graph(new RetainedTime(App, Json, 1, 4.9))).ShouldBeEmpty();

    [Fact]
    public void Is_never_what_was_not_measured() => Of(GraphText.Parse("App -> Json")).ShouldBeEmpty();

    [Fact]
    public void Is_never_to_do_without_a_framework()
    {
        var graph = Graph(new RetainedTime(App, Json, 40, 50));

        Of(graph with { Nodes = [.. graph.Nodes.Select(n => n.Order == Json ? n with { Origin = Origin.Framework, Framework = "F" } : n)] }).ShouldBeEmpty();
    }

    [Fact]
    public void Is_an_initializer_of_own_code_unless_what_it_calls_is_told_already()
    {
        var initializer = new Initializer("App!Words..cctor", App, 3, 12, 11, ["App!Program.Main"]);
        var graph = Graph(new RetainedTime(App, Json, 40, 50)) with { Initializers = [initializer] };
        var calling = graph with { Edges = [.. graph.Edges.Select(e => e.To == Json ? e with { Cause = ["App!Words..cctor"] } : e)] };

        Of(graph).Select(advice => (advice.Kind, advice.LowMs, advice.HighMs)).ShouldBe([(AdviceKind.Edge, 40, 50), (AdviceKind.Initializer, 11, 12)]);
        Of(calling).Select(advice => advice.Kind).ShouldBe([AdviceKind.Edge]);
    }

    [Fact]
    public void Is_a_wait_with_who_waits()
    {
        var graph = Graph(new RetainedTime(App, Json, 0, 1));
        graph = graph with { Run = graph.Run with { Waits = [new Wait(5, 60, App, ["App!Queue.Take"]), new Wait(80, 12, App, ["App!Short"])] } };

        Of(graph).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            advice => advice.What.ShouldBe("Do not wait before ready in App!Queue.Take."), advice => advice.LowMs.ShouldBe(60));
    }

    [Fact]
    public void Is_precompiling_where_much_is_compiled_that_is_no_frameworks()
    {
        var graph = Graph(new RetainedTime(App, Json, 0, 1));
        graph = graph with { Nodes = [.. graph.Nodes.Select(n => n with { RunMs = 30, CompileMs = n.Order == Json ? 20 : 1 })] };

        Of(graph).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            advice => advice.Kind.ShouldBe(AdviceKind.Precompile), advice => advice.HighMs.ShouldBe(22),
            advice => advice.What.ShouldEndWith("most of all of Json."));
    }

    [Fact]
    public void Is_to_exclude_from_a_scan_what_it_only_looks_at()
    {
        var advice = Of(Scanned(loadMs: 2, "Scanner!Parts.Find (Parts.cs:7)")).ShouldHaveSingleItem();

        advice.What.ShouldBe("Exclude what Scanner!Parts.Find only looks at: of the 4 assemblies it loads 3 run no code before ready: A, B, C. " +
            "What reading their types takes comes on top of the time to load them.");
        (advice.LowMs, advice.HighMs).ShouldBe((6, 6));
        advice.Proof.ShouldBe(["A", "B", "C"]);
    }

    [Fact]
    public void Is_no_scan_that_takes_no_time_to_speak_of() => Of(Scanned(loadMs: 1, "Scanner!Parts.Find")).ShouldBeEmpty();

    [Fact]
    public void Is_a_scan_by_who_asks_the_runtimes_own_library_for_it()
    {
        var graph = Scanned(loadMs: 2, "System.Linq!System.Linq.Enumerable+SelectManyIterator.MoveNext", "Used!Parts.Find");

        Scan.Find(graph).ShouldHaveSingleItem().Frame.ShouldBe("System.Linq!System.Linq.Enumerable+SelectManyIterator.MoveNext", "nobody knows whose it is");
        Scan.Find(graph with { Nodes = [.. graph.Nodes, .. Framework(5, "System.Private.CoreLib", "System.Linq")] }).ShouldHaveSingleItem()
            .Frame.ShouldBe("Used!Parts.Find");
    }

    [Fact]
    public void Is_one_scan_where_several_methods_of_one_assembly_share_it()
    {
        var graph = Scanned(loadMs: 2, "Used!Parts.Find");

        Scan.Find(By("Used!Parts.FromPath")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            scan => scan.Frame.ShouldBe("Used!Parts.Find"), scan => scan.OnlyLookedAt.Count.ShouldBe(3));
        Scan.Find(By("App!Program.Load")).ShouldBeEmpty("of three one is asked for by another");

        LoadGraph By(string frame) =>
            graph with { Nodes = [.. graph.Nodes.Select(n => n.Name == "A" ? n with { Cause = [n.Cause[0], frame] } : n)] };
    }

    [Fact]
    public void Is_no_scan_where_code_that_is_compiled_names_what_is_loaded()
    {
        var graph = GraphText.Parse("App -> A", "App -> B", "App -> C");

        Scan.Find(graph with { Nodes = [.. graph.Nodes.Select(n => n with { RunMs = 0, Cause = ["while compiling App!Program.Main"] })] }).ShouldBeEmpty();
    }

    private static LoadGraph Scanned(double loadMs, params string[] callers)
    {
        var graph = GraphText.Parse("App -> A", "App -> B", "App -> C", "App -> Used");
        string[] scan = ["System.Private.CoreLib!System.Reflection.RuntimeAssembly.InternalLoad", .. callers, "App!Program.Main"];
        return graph with
        {
            RetainedTimes = [new RetainedTime(0, 1, 0, 1)],
            Nodes =
            [
                .. graph.Nodes.Select(n => n with { Cause = n.Order == 0 ? [] : scan, BindMs = loadMs, MapMs = 0, RunMs = n.Name == "Used" ? 1 : 0 }),
            ],
        };
    }

    private static IEnumerable<Node> Framework(int order, params string[] names) =>
        names.Select((name, i) => GraphText.Sample(name, order + i) with { Origin = Origin.Framework, Framework = "Microsoft.NETCore.App" });

    private static IReadOnlyList<Advice> Of(LoadGraph graph) => WhatToDo.Of(graph, RetainedCost.Of(graph));

    private static LoadGraph Graph(params RetainedTime[] times)
    {
        var graph = GraphText.Parse("App -> Json", "Json -> Inner");
        return graph with
        {
            Run = graph.Run with { ReadyMs = 200 },
            Nodes = [.. graph.Nodes.Select(node => node with { Origin = node.Order == App ? Origin.App : Origin.Package, RunMs = 0, BindMs = 0, MapMs = 0 })],
            Edges = [.. graph.Edges.Select(edge => edge with { Cause = ["App!Program.Main"] })],
            RetainedTimes = times,
        };
    }
}
