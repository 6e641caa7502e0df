using System.Collections.Immutable;
using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Closures;

public class WhatTheUserReads
{
    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) actions.Add(() => Use([|i|]));", "'i' is one variable for all iterations of the 'for' loop",
        "is kept by 'List.Add'")]
    [InlineData("int n = 0; while (n < 3) { stored = () => Use([|n|]); n++; }", "'n' is declared outside the 'while' loop and written inside it",
        "is stored in 'stored'")]
    [InlineData("while (count > 0) { Happened += () => Use([|count|]); count--; }", "'count' is a parameter that the 'while' loop writes",
        "is subscribed to 'Happened'")]
    [InlineData("for (int i = 0; i < 3; i++) Task.Run(() => Use([|i|]));", "'i' is one variable",
        "is run later by 'Task.Run', which nothing in the iteration waits for")]
    public async Task Message_names_the_variable_why_it_is_shared_and_how_the_closure_escapes(string statements, string shared, string escapes)
    {
        var message = (await Findings(statements)).ShouldHaveSingleItem().GetMessage();

        message.ShouldStartWith(shared);
        message.ShouldContain(escapes);
        message.ShouldContain("copy");
    }

    [Fact]
    public async Task Further_locations_are_where_it_escapes_and_where_the_variable_is_written()
    {
        var finding = (await Findings("int n = 0; while (n < 3) { Action show = () => Use([|n|]); actions.Add(show); n++; }")).ShouldHaveSingleItem();

        finding.AdditionalLocations.Select(TextAt).ShouldBe(["actions.Add(show)", "n"]);
        finding.AdditionalLocations[1].SourceSpan.Start.ShouldBeGreaterThan(finding.AdditionalLocations[0].SourceSpan.End);
    }

    [Fact]
    public async Task Generated_code_that_is_not_razor_is_not_reported() =>
        await AnalyzerRun<LoopClosureAnalyzer>.FindsTheMarks(
            LoopSource.Method("for (int i = 0; i < 3; i++) actions.Add(() => Use(i));"), fileName: "Form.Designer.cs");

    private static Task<ImmutableArray<Diagnostic>> Findings(string statements) =>
        AnalyzerRun<LoopClosureAnalyzer>.FindsTheMarks(LoopSource.Method(statements));

    private static string TextAt(Location location) =>
        location.SourceTree!.GetText().ToString(location.SourceSpan);
}
