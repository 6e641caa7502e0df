using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Review;

/// <seealso cref="Check"/>
public class WhatABuildSays
{
    private static readonly LoadGraph Before = GraphText.Parse("App -> Library", "App -> Other");

    [Fact]
    public void Nothing_of_an_unchanged_startup() => CodesOf(Before).ShouldBeEmpty();

    [Fact]
    public void One_code_for_a_package_and_what_it_brings_with_the_line_that_loads_it()
    {
        var after = GraphText.Parse("App -> Library", "App -> Other", "Library -> Package", "Package -> Dependency", "Dependency -> Deep");
        after = after with
        {
            Nodes =
            after.Nodes.Select(node =>
            node.Name == "Package" ? node with { Cause = ["Library!Setup.Register", "App!Program.Main"], RunMs = 30 } : node).ToList()
        };
        var finding = Check.Findings(after, LockFile.Of(Before), Budgets.None).ShouldHaveSingleItem();
        finding.Code.ShouldBe(Codes.NewStartupAssembly);
        finding.Message.ShouldContain("Package and 2 more through it (Deep, Dependency), 30.0 ms, loaded by Library!Setup.Register < App!Program.Main");
    }

    [Fact]
    public void The_line_of_source_where_it_is_on_this_machine()
    {
        var place = new SourcePlace("/home/me/App/Program.cs", 12);
        var after = GraphText.Parse("App -> Library", "App -> Other", "App -> Package");
        after = after with
        {
            Nodes =
            after.Nodes.Select(node => node.Name == "Package" ? node with { Cause = ["while compiling App!Program.<Main>$ (Program.cs:12)"], Source = place }
            : node).ToList()
        };
        var finding = Check.Findings(after, LockFile.Of(Before), Budgets.None).ShouldHaveSingleItem();
        finding.Source.ShouldBe(place);
        finding.Message.ShouldContain(", loaded while compiling App!Program.<Main>$ (Program.cs:12). To accept it");
        finding.Message.ShouldNotContain("/home");
    }

    [Fact]
    public void The_frame_of_that_line_however_many_of_packages_lie_above_it()
    {
        var after = GraphText.Parse("App -> Library", "App -> Other", "Other -> Package");
        string[] cause = ["Fx!Inner", "Library!A", "Library!B", "Library!C", "App!Program.Main (Program.cs:12)", "App!Program.Run (Program.cs:7)"];
        after = after with
        {
            Nodes =
            after.Nodes.Select(node => node.Name == "Package" ? node with { Cause = cause, Source = new SourcePlace("/src/Program.cs", 12) } : node).ToList()
        };
        Check.Findings(after, LockFile.Of(Before), Budgets.None).ShouldHaveSingleItem().Message
            .ShouldContain(", loaded by Fx!Inner < Library!A < Library!B < App!Program.Main (Program.cs:12). To accept");
    }

    [Fact]
    public void The_line_that_closed_a_cycle()
    {
        var place = new SourcePlace("/home/me/App/Program.cs", 12);
        var after = GraphText.Parse("App -> Library", "App -> Other");
        LineCost[] lines = [new(0, "p/Program.cs", 12, "A", 3), new(0, "App/Program.cs", 11, "B", 3), new(0, "App/Program.cs", 12, "C", 2)];
        after = after with { Edges = [.. after.Edges, new Edge(1, 0, Evidence.Bind, ["Library!Plugins.Find"]) { Source = place }], LineCosts = lines };
        var finding = Check.Findings(after, LockFile.Of(Before), Budgets.None).ShouldHaveSingleItem();
        finding.Source.ShouldBe(place);
        finding.Line.ShouldBe(lines[2], "that is how a report names it: from the repository's root");
        Check.Findings(after with { LineCosts = lines[..2] }, LockFile.Of(Before), Budgets.None).ShouldHaveSingleItem().Line.ShouldBeNull();
    }

    [Fact]
    public void A_new_cycle_and_the_frames_that_closed_it()
    {
        var after = GraphText.Parse("App -> Library", "App -> Other");
        after = after with { Edges = [.. after.Edges, new Edge(1, 0, Evidence.Bind, ["Library!Plugins.Find", "App!Program.Main"])] };
        var finding = Check.Findings(after, LockFile.Of(Before), Budgets.None).ShouldHaveSingleItem();
        finding.Code.ShouldBe(Codes.NewCycle);
        finding.Message.ShouldContain("App, Library, closed with Library -> App by Library!Plugins.Find");
    }

    [Fact]
    public void Of_the_edges_of_a_new_cycle_the_one_that_was_not_there_before()
    {
        var before = GraphText.Parse("App -> A", "A -> B bind", "App -> B");
        var after = GraphText.Parse("App -> A", "A -> B bind", "App -> B", "B -> App bind");
        Comparison.Between(Snapshot.Of(before), Snapshot.Of(after)).NewCycles.ShouldHaveSingleItem()
            .ClosedWith.Select(edge => $"{edge.From} -> {edge.To}").ShouldBe(["B -> App"]);
    }

    [Fact]
    public void An_assembly_that_left() => CodesOf(GraphText.Parse("App -> Library")).ShouldBe([Codes.AssemblyLeft]);

    [Fact]
    public void Another_order_where_the_set_is_the_same() => CodesOf(GraphText.Parse("App -> Other", "App -> Library")).ShouldBe([Codes.LoadOrderChanged]);

    [Fact]
    public void Another_requester_where_the_set_is_the_same() =>
        CodesOf(GraphText.Parse("App -> Library", "Library -> Other")).ShouldBe([Codes.LoadOrderChanged]);

    [Fact]
    public void A_budget_exceeded_but_not_one_that_is_kept()
    {
        Check.Findings(Before, null, new Budgets(3)).ShouldBeEmpty();
        Check.Findings(Before, null, new Budgets(2)).ShouldHaveSingleItem().Code.ShouldBe(Codes.BudgetExceeded);
    }

    [Fact]
    public void A_time_budget_only_advises()
    {
        var slow = Before with { Run = Before.Run with { ReadyMs = 800 } };
        Check.Findings(slow, null, new Budgets(null, 500)).ShouldBeEmpty();
        Check.Advice(slow, new Budgets(null, 900)).ShouldBeEmpty();
        Check.Advice(slow with { Run = slow.Run with { IsPartial = true } }, new Budgets(null, 500)).ShouldBeEmpty();
        var advice = Check.Advice(slow, new Budgets(null, 500)).ShouldHaveSingleItem();
        advice.Code.ShouldBe(Codes.BudgetExceeded);
        advice.Message.ShouldContain("800 ms until ready, 300 ms more");
    }

    [Fact]
    public void Of_a_run_that_ended_early_only_what_came_not_what_is_missing()
    {
        var partial = GraphText.Parse("App -> Library", "Library -> New");
        partial = partial with { Run = partial.Run with { IsPartial = true } };
        CodesOf(partial).ShouldBe([Codes.NewStartupAssembly]);
    }

    [Fact]
    public void Never_more_than_a_line_whatever_the_names()
    {
        var after = GraphText.Make([GraphText.Sample("App", 0), GraphText.Sample("bad\r\nerror DG0001: name\u2028", 1)], [new Edge(0, 1, Evidence.Load, [])]);
        Check.Findings(after, LockFile.Of(Before), Budgets.None)
            .ShouldAllBe(finding => !finding.Message.Any(char.IsControl) && !finding.Message.Contains('\u2028'));
    }

    private static IEnumerable<string> CodesOf(LoadGraph after) => Check.Findings(after, LockFile.Of(Before), Budgets.None).Select(finding => finding.Code);
}
