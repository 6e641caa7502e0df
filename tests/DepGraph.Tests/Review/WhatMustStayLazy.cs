using DepGraph.Graph;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Review;

/// <seealso cref="LoadRules"/>
/// <seealso cref="LoadRule"/>
public class WhatMustStayLazy
{
    private static readonly LoadGraph Graph = GraphText.Parse("App -> Json", "App -> Ef", "Ef -> Ef.Relational",
        "Ef -> Caching", "Ef.Relational -> Ef.Sqlite") with
    {
        AlsoShipped = ["Json.Bson", "Reports"],
    };

    [Fact]
    public void Is_told_with_its_frames_its_line_and_the_reason_given()
    {
        var place = new SourcePlace("/home/me/App/Program.cs", 12);
        LineCost[] lines = [new(0, "App/Program.cs", 12, "B", 3) { Loads = [1] }];
        var graph = Graph with
        {
            LineCosts = lines,
            Nodes = [.. Graph.Nodes.Select(node => node.Name == "Json" ? node with { Cause = ["App!Program.Main"], Source = place } : node)],
        };
        var finding = Findings(graph, "json=only reports need it.").ShouldHaveSingleItem();
        finding.Code.ShouldBe(Codes.ForbiddenLoad);
        finding.Message.ShouldBe("Startup loads Json, loaded by App!Program.Main. It must stay lazy: only reports need it (DepGraphLazy).");
        (finding.Source, finding.Line).ShouldBe((place, lines[0]));
    }

    [Fact]
    public void Is_one_finding_a_cause_not_one_an_assembly()
    {
        var finding = Findings(Graph, "Ef*").ShouldHaveSingleItem();
        finding.Message.ShouldBe("Startup loads Ef and 2 more through it (Ef.Relational, Ef.Sqlite), loaded by App. It must stay lazy (DepGraphLazy).");
        Findings(Graph, "Ef*", "Ef.Sqlite").ShouldHaveSingleItem("told already");
        Findings(Graph, "Ef.Sqlite", "Json").Select(one => one.Message.Split(',')[0]).ShouldBe(["Startup loads Ef.Sqlite", "Startup loads Json"]);
    }

    [Fact]
    public void Is_nothing_that_is_only_shipped_nor_the_app_itself() => Findings(Graph, "Json.Bson", "App", "Re*s").ShouldBeEmpty();

    [Theory]
    [InlineData("Jsom", " Similar: Json.")]
    [InlineData("*Bsun*", "")]
    public void Is_said_where_it_guards_nothing_that_is_shipped(string pattern, string similar)
    {
        var finding = Findings(Graph, pattern).ShouldHaveSingleItem();
        finding.Code.ShouldBe(Codes.RuleWithoutAssembly);
        finding.Message.ShouldBe($"DepGraphLazy {pattern} guards nothing: no assembly of that name is shipped with App or its shared frameworks.{similar}");
        Findings(Graph with { AlsoShipped = [] }, pattern).ShouldBeEmpty("of an older recording that is not known");
    }

    [Fact]
    public void Is_all_but_the_list_where_there_is_one()
    {
        var graph = Graph with { Nodes = [.. Graph.Nodes.Select(node => node.Name == "Caching" ? node with { IsFacade = true } : node)] };
        Only(graph, "Json", "Ef*").ShouldBeEmpty("what only forwards, and the app, need no listing");
        var finding = Only(graph, "Json=--version needs no more").ShouldHaveSingleItem();
        finding.Code.ShouldBe(Codes.ForbiddenLoad);
        finding.Message.ShouldBe("Startup loads Ef and 2 more through it (Ef.Relational, Ef.Sqlite), loaded by App. " +
            "Only Json may be loaded: --version needs no more (DepGraphOnly).");
        Only(graph, "Jsom", "*").Select(one => one.Code).ShouldBe([Codes.RuleWithoutAssembly]);
    }

    [Fact]
    public void Is_not_what_was_made_in_memory()
    {
        var graph = Graph with { Nodes = [.. Graph.Nodes.Select(node => node.Name == "Json" ? node with { Origin = Origin.Memory } : node)] };
        Findings(graph, "Json").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("=why")]
    public void Is_refused_without_a_name(string text) =>
        Should.Throw<DepGraphException>(() => LoadRule.Parse(LoadRuleKind.Lazy, text)).Code.ShouldBe(Codes.InvalidOption);

    private static IReadOnlyList<Finding> Findings(LoadGraph graph, params string[] lazy) => Of(LoadRuleKind.Lazy, graph, lazy);

    private static IReadOnlyList<Finding> Only(LoadGraph graph, params string[] only) => Of(LoadRuleKind.Only, graph, only);

    private static IReadOnlyList<Finding> Of(LoadRuleKind kind, LoadGraph graph, string[] rules) =>
        Check.Findings(graph, null, new Budgets(null) { Rules = [.. rules.Select(rule => LoadRule.Parse(kind, rule))] });
}
