using DepGraph.Recording.Tracing;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.TraceParts;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="BindPairing"/>
public class TheRequestBehindALoad
{
    [Fact]
    public void Has_just_ended_where_the_load_follows_a_plain_reference() =>
        Pair([Load("A", 12)], Bind("A", 1, 2), Bind("A", 10, 11), Bind("B", 11, 12)).ShouldBe([new BindPair(1, 1)]);

    [Fact]
    public void Is_still_going_on_where_a_path_was_loaded() =>
        Pair([Load("A", 12)], Bind("A", 1, 2), Bind("A", 10, 20), Bind("B", 11, 12)).ShouldBe([new BindPair(1, 1)]);

    [Fact]
    public void Was_asked_for_by_the_outermost_and_found_by_the_innermost_of_nested_ones() =>
        Pair([Load("A", 12), Load("A", 32)], Bind("A", 10, 20), Bind("A", 11, 13), Bind("A", 30, 31), Bind("A", 30, 31))
            .ShouldBe([new BindPair(0, 1), new BindPair(2, 3)]);

    [Fact]
    public void Is_of_the_same_thread() =>
        Pair([Load("A", 12, thread: 1), Load("A", 13, thread: 2)], Bind("A", 10, 11, thread: 2), Bind("A", 10, 11, thread: 1))
            .ShouldBe([new BindPair(1, 1), new BindPair(0, 0)]);

    [Fact]
    public void Is_not_one_that_found_nothing() => Pair([Load("A", 12)], Bind("A", 10, 11, result: "")).ShouldBe([BindPair.None]);

    [Fact]
    public void Is_not_one_that_came_later() => Pair([Load("A", 12)], Bind("A", 13, 14)).ShouldBe([BindPair.None]);

    [Fact]
    public void Leads_to_one_load_only() =>
        Pair([Load("A", 12), Load("A", 13)], Bind("A", 10, 11)).ShouldBe([new BindPair(0, 0), BindPair.None]);

    [Fact]
    public void May_have_asked_for_another_name_than_it_got() =>
        Pair([Load("Real", 12)], Bind("Alias", 10, 11, result: "Real, Version=1.0.0.0")).ShouldBe([new BindPair(0, 0)]);

    private static BindPair[] Pair(TraceLoad[] loads, params TraceBind[] binds) => BindPairing.Pair(loads, binds);
}
