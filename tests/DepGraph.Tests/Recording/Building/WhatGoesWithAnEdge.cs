using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Model;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Building;

/// <seealso cref="RetainedTimes"/>
public class WhatGoesWithAnEdge
{
    private const int Library = 2, Regex = 3;
    private static readonly Frame Main = Frame(App, "App!Program.Main"), Call = Frame(Library, "Library!Library.Words.Plural");

    [Fact]
    public void Is_what_the_framework_does_for_the_called_code_too() =>
        Retained(Seen(10, App, Main), Seen(14, Library, Call, Main), Seen(30, Regex, Frame(Regex, "Regex!Parser.Scan"), Call, Main), Seen(31, App, Main))
            .ShouldBe((20, 20));

    [Fact]
    public void May_only_move_to_whoever_else_uses_the_same_type_of_the_framework() =>
        Retained(Seen(10, App, Main), Seen(14, Library, Call, Main), Seen(30, Regex, Frame(Regex, "Regex!Parser.Scan"), Call, Main),
            Seen(40, Regex, Frame(Regex, "Regex!Parser+Sub.Other"), Main), Seen(41, App, Main)).ShouldBe((4, 20));

    [Fact]
    public void Is_not_the_compiling_of_a_method_that_others_run_too() =>
        Retained([Seen(10, App, Main), Seen(14, Library, Call, Main), Seen(40, Regex, Frame(Regex, "Regex!Parser.Scan"), Main), Seen(41, App, Main)],
            Compiled(14, 20, Regex, "Regex!Parser.Scan", Call, Main), Compiled(20, 27, Library, "Library!Library.Words.Own", Call, Main)).ShouldBe((11, 11));

    [Fact]
    public void Is_what_runs_after_an_await_too_where_nobody_who_called_it_is_on_the_stack() =>
        Retained(Seen(10, App, Main), Seen(14, Library, Call, Main), Seen(30, Library, Frame(Library, "Library!Library.Words.Later")), Seen(31, App, Main))
            .ShouldBe((20, 20));

    [Fact]
    public void Is_all_that_the_called_assembly_does_where_nobody_else_asks_for_it_whoever_calls_it()
    {
        const int Container = 3;
        var recording = Of([Load("Library", bind: 0), Load("Container", bind: 1)], [Bind("Library", "App"), Bind("Container", "App")]) with
        {
            Samples = [Seen(10, App, Main), Seen(30, Library, Call, Frame(Container, "Container!Scope.Resolve"), Main), Seen(31, App, Main)],
        };

        Costs(recording).ShouldBe((20, 20));
    }

    [Fact]
    public void Is_not_what_the_called_code_has_its_caller_do() =>
        Retained(Seen(10, App, Main), Seen(14, Library, Call, Main), Seen(30, Regex, Frame(Regex, "Regex!Parser.Scan"), Main, Call, Main), Seen(31, App, Main))
            .ShouldBe((4, 4));

    [Fact]
    public void Leaves_waiting_out() =>
        Costs(Recording([Seen(10, App, Main), Seen(40, Library, Call, Main), Seen(41, App, Main)]) with { Waits = [new(12, 32, [Call, Main])] })
            .ShouldBe((10, 10));

    [Fact]
    public void Is_the_load_that_is_made_for_the_call_before_the_first_frame_of_the_called_code()
    {
        var recording = Of([Load("Library", at: 14, end: 15, bind: 0)], [Bind("Library", "App", start: 10, end: 13, stack: [Main])]) with
        {
            Samples = [Seen(10, App, Main), Seen(90, App, Main)],
        };

        Costs(recording).ShouldBe((5, 5));
    }

    [Fact]
    public void Is_what_a_framework_calls_back_too()
    {
        var linq = Load("System.Linq", bind: 1) with { Path = typeof(Enumerable).Assembly.Location };
        var recording = Of([Load("Library", bind: 0), linq], [Bind("Library", "App"), Bind("System.Linq", "App")]) with
        {
            Samples = [Seen(10, App, Main), Seen(14, Library, Call, Frame(Regex, "System.Linq!Enumerable.ToList"), Main), Seen(15, App, Main)],
        };

        Costs(recording).ShouldBe((4, 4));
    }

    [Fact]
    public void Is_counted_once_where_the_called_code_calls_back_and_is_called_again() =>
        Retained(Seen(10, App, Main), Seen(20, Library, Call, Main, Call, Main), Seen(21, App, Main)).ShouldBe((10, 10));

    [Fact]
    public void Is_at_most_the_time_to_ready_and_its_low_end_at_most_its_high_one()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            Frame[] frames = [Main, Call, Frame(Regex, "Regex!Parser.Scan"), Frame(CoreLib, "System.Private.CoreLib!List`1[A].Add"), Frame(App, "App!X..ctor")];
            Frame[] Stack() => [.. Enumerable.Range(0, random.Next(6)).Select(_ => frames[random.Next(frames.Length)])];
            double Time() => random.NextDouble() * 110;
            var graph = RecordedGraph.From(Recording(
                [.. Enumerable.Range(0, random.Next(30)).Select(_ => Seen(Time(), random.Next(4), Stack())).OrderBy(s => s.AtMs)],
                [.. Enumerable.Range(0, random.Next(9)).Select(_ => Compiled(Time(), Time(), random.Next(4), "Regex!Parser.Scan", Stack()))]));

            graph.RetainedTimes.ShouldAllBe(time => 0 <= time.LowMs && time.LowMs <= time.HighMs && time.HighMs <= graph.Run.ReadyMs, $"seed {seed}");
            graph.RetainedTimes.Select(time => (time.From, time.To)).ShouldBeUnique();
        }
    }

    private static (double LowMs, double HighMs) Retained(params RunSample[] samples) => Retained(samples, []);

    private static (double LowMs, double HighMs) Retained(RunSample[] samples, params JitStretch[] compiled) => Costs(Recording(samples, compiled));

    private static StartupEvents Recording(RunSample[] samples, params JitStretch[] compiled) =>
        Of([Load("Library", bind: 0), Load("Regex", bind: 1)], [Bind("Library", "App"), Bind("Regex", "Library")]) with { Samples = samples, Jits = compiled };

    private static (double LowMs, double HighMs) Costs(StartupEvents recording)
    {
        var time = RecordedGraph.From(recording).RetainedTimes.Single(t => t is { From: App, To: Library });
        return (time.LowMs, time.HighMs);
    }
}
