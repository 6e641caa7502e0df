using DepGraph.Recording.Tracing;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="OpenCompiles"/>
public class WhatIsBeingCompiled
{
    private static readonly ulong[] NoFrames = [];

    [Fact]
    public void Is_a_method_that_began_and_has_not_ended_on_this_thread()
    {
        var compiles = new OpenCompiles([Begins("Main", 10), Ends("Main", 20), Begins("Other", 12, thread: 2)]);

        At(compiles, 9).ShouldBe([]);
        At(compiles, 15).ShouldBe(["Main"]);
        At(compiles, 25).ShouldBe([]);
        At(compiles, 15, thread: 2).ShouldBe(["Other"]);
    }

    [Fact]
    public void Is_the_innermost_first_where_code_that_runs_for_a_compile_is_compiled()
    {
        var compiles = new OpenCompiles([Begins("Main", 10), Begins("Handler", 12, stack: [7]), Ends("Handler", 14), Ends("Main", 20)]);

        At(compiles, 13, stack: [7]).ShouldBe(["Handler", "Main"]);
        At(compiles, 15, stack: [7]).ShouldBe(["Main"]);
    }

    [Fact]
    public void Is_nothing_any_more_once_a_compile_has_failed_and_its_caller_has_gone_on()
    {
        var compiles = new OpenCompiles([Begins("Fails", 10, stack: [5, 6])]);

        At(compiles, 11, stack: [5, 6]).ShouldBe(["Fails"]);
        At(compiles, 12, stack: [9, 5, 6]).ShouldBe(["Fails"]);
        At(compiles, 13, stack: [4, 6]).ShouldBe([]);
    }

    [Fact]
    public void Is_not_what_failed_inside_of_what_has_ended()
    {
        var compiles = new OpenCompiles([Begins("Outer", 10), Begins("Fails", 12), Ends("Outer", 20)]);

        At(compiles, 15).ShouldBe(["Fails", "Outer"]);
        At(compiles, 25).ShouldBe([]);
    }

    [Fact]
    public void Is_once_what_is_tried_again()
    {
        var compiles = new OpenCompiles([Begins("Again", 10), Begins("Again", 20)]);

        At(compiles, 25).ShouldBe(["Again"]);
    }

    private static IEnumerable<string> At(OpenCompiles compiles, long at, long thread = 1, ulong[]? stack = null) =>
        compiles.Around(thread, at, stack ?? NoFrames).Select(c => c.Name);

    private static TraceJit Begins(string name, long at, long thread = 1, ulong[]? stack = null) =>
        new(thread, at, (ulong)name.GetHashCode(), 1, 1, name, stack ?? NoFrames, IsStart: true);

    private static TraceJit Ends(string name, long at, long thread = 1) => new(thread, at, (ulong)name.GetHashCode(), 1, 1, name, NoFrames, IsStart: false);
}
