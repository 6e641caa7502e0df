using System.Text.RegularExpressions;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

public class WhatCanGoWrong
{
    private static readonly FailureCase[] Cases = [.. CrashCases.All, .. StallCases.All];

    private static readonly string[] OneOfEachKind =
        ["An exception that nobody catches", "A segmentation fault in native code", "An exit code other than 0", "Its `deps.json` is broken",
            "Two threads wait for each other's lock"];

    public static TheoryData<string> Quick => [.. OneOfEachKind];

    public static TheoryData<string> Others => [.. Cases.Select(c => c.What).Except(OneOfEachKind)];

    [Theory]
    [MemberData(nameof(Quick))]
    [SlowMemberData(nameof(Others), Slow.Failures)]
    public async Task Gets_one_line_that_says_what_and_leaves_what_was_recorded(string what)
    {
        var expected = Cases.Single(c => c.What == what);
        var result = await expected.RecordAsync();

        var told = expected.Code is null
            ? result.Text.Split('\n').Single(line => line.Contains("; reports in ", StringComparison.Ordinal))
            : result.Diagnostics.ShouldHaveSingleItem(result.Text);
        told.ShouldMatch(Pattern(expected.Says), result.Text);
        if (expected.Code is not null)
            told.ShouldContain($" {expected.Code}: ");
        result.Left.ShouldBe(expected.Left, result.Text);
        result.ExitCode.ShouldBe(expected.Left switch { Left.WholeGraph => 0, Left.Nothing => 2, _ => 3 }, result.Text);
        if (expected.Left == Left.PartialGraph)
            result.Names.ShouldContain("Failures");
        Leftovers.OfRuns().ShouldBeEmpty();
    }

    [Fact]
    public void Is_told_in_the_documentation_as_it_is_tested() =>
        DocumentedTable.ShouldHold("failures", "| What happens | What we say | What is left |", Cases.Select(Row));

    [Fact]
    public void Is_told_in_the_documentation_as_far_as_it_is_more_than_a_line() =>
        DocumentedTable.ShouldHold("promises", "| In the face of | It holds that |", Promises.SelectMany(type => type.GetMethods()
            .Where(m => m.DeclaringType == type && m.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0)
            .Select(m => $"| {InWords(type.Name)} | {m.Name.Replace('_', ' ')} |").Order(StringComparer.Ordinal)));

    private static Type[] Promises => [typeof(Cancelled), typeof(ChildrenOfTheApp), typeof(GreatVolumes), typeof(HarshEnvironments), typeof(TheRunIsIsolated)];

    private static string InWords(string name) => Regex.Replace(name, "(?<!^)[A-Z]", m => " " + m.Value.ToLowerInvariant());

    private static string Row(FailureCase c) =>
        $"| {c.What} | {(c.Code is null ? "" : $"`{c.Code}` ")}" +
            $"{c.Says.Replace("…", " … ", StringComparison.Ordinal).Trim().Replace("<", "\\<", StringComparison.Ordinal)} | {LeftInWords(c.Left)} |";

    private static string LeftInWords(Left left) => left switch
    {
        Left.WholeGraph => "the whole graph",
        Left.PartialGraph => "the graph until then, marked as partial; the log",
        Left.EmptyGraph => "a graph without nodes, marked as partial; the log",
        _ => "nothing",
    };

    private static string Pattern(string says) => string.Join(".*", says.Split("…").Select(Regex.Escape));
}
