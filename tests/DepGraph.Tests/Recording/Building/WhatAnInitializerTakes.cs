using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Model;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Building;

/// <seealso cref="Initializers"/>
public class WhatAnInitializerTakes
{
    private static readonly Frame Main = Frame(App, "App!Program.Main"), Outer = Frame(App, "App!Words..cctor"), Inner = Frame(App, "App!Rules..cctor");

    [Fact]
    public void Is_all_that_runs_under_it_and_its_own_is_what_no_other_one_takes()
    {
        var found = Of(Seen(10, App, Main), Seen(14, App, Outer, Main), Seen(20, App, Inner, Outer, Main), Seen(21, App, Outer, Main), Seen(30, App, Main));

        found.Select(one => (one.Method, one.AtMs, one.Ms, one.OwnMs)).ShouldBe([("App!Words..cctor", 10, 11, 5), ("App!Rules..cctor", 14, 6, 6)]);
    }

    [Fact]
    public void Is_its_own_compiling_too() =>
        Of([Seen(1, App, Main), Seen(90, App, Main)], Compiled(10, 13, App, "App!Words..cctor", Main)).ShouldHaveSingleItem().Ms.ShouldBe(3);

    [Fact]
    public void Is_told_with_who_touched_it_first() =>
        Of(Seen(10, App, Main), Seen(14, App, Outer, Frame(App, "App!First.Use"), Main), Seen(20, App, Outer, Frame(App, "App!Later.Use"), Main),
                Seen(21, App, Main)).ShouldHaveSingleItem().TouchedBy.ShouldBe(["App!First.Use", "App!Program.Main"]);

    [Fact]
    public void Is_one_whether_it_runs_or_is_compiled_and_leaves_the_runtimes_own_frames_out()
    {
        var compiling = Frame(App, "while compiling App!Words..cctor") with { IsCompiling = true };
        var found = Of(Seen(10, App, Main), Seen(12, App, compiling, Frame(CoreLib, "System.Private.CoreLib!InitClassSlow"), Main), Seen(15, App, Outer, Main),
            Seen(16, App, Main));

        found.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Ms.ShouldBe(5), one => one.TouchedBy.ShouldBe(["App!Program.Main"]));
    }

    [Fact]
    public void Is_a_module_initializers_as_well() =>
        Of(Seen(10, App, Main), Seen(14, App, Frame(App, "App!<Module>..cctor"), Main), Seen(15, App, Main)).ShouldHaveSingleItem().OwnMs.ShouldBe(4);

    private static IReadOnlyList<Initializer> Of(params RunSample[] samples) => Of(samples, []);

    private static IReadOnlyList<Initializer> Of(RunSample[] samples, params JitStretch[] compiled) =>
        RecordedGraph.From(Recordings.Of([]) with { Samples = samples, Jits = compiled }).Initializers;
}
