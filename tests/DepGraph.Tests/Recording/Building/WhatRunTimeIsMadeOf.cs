using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Model;
using DepGraph.Reports.Content;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Building;

/// <seealso cref="FullDetail"/>
/// <seealso cref="TimeParts"/>
public class WhatRunTimeIsMadeOf
{
    private const int Library = 2;
    private static readonly Frame Code = new(Library, "Library!Library.Run"), Initializer = new(Library, "Library!Library.Table..cctor");

    [Fact]
    public void Code_under_an_initializer_is_told_apart()
    {
        var node = Of([Seen(1, Library, Code), Seen(11, Library, Initializer, Code), Seen(15, Library, Code), Seen(90, App)]).Nodes[Library];

        (node.InitializeMs, node.RunMs).ShouldBe((10, 14));
    }

    [Fact]
    public void What_is_compiled_again_is_told_apart()
    {
        var first = new JitStretch(2, 7, Library, Code, []);
        var again = first with { StartMs = 20, EndMs = 22, IsAgain = true };
        var node = RecordedGraph.From(Recorded([Seen(90, App)]) with { Jits = [first, again] }).Nodes[Library];

        (node.CompileMs, node.RecompileMs).ShouldBe((7, 2));
    }

    [Fact]
    public void Types_and_precompiled_code_are_parts_of_the_run_time_of_who_needs_them_even_when_they_are_nested()
    {
        var startup = Recorded([Seen(1, Library, Code), Seen(31, Library, Code), Seen(90, App)]) with
        {
            RuntimeWork = [new RuntimeWork(true, 2, 12, Library, [Code]), new RuntimeWork(false, 5, 8, Library, [Code])],
        };
        var node = RecordedGraph.From(startup).Nodes[Library];

        (node.TypeLoadMs, node.RestoreMs, node.RunMs).ShouldBe((7, 3, 30));
    }

    [Fact]
    public void A_start_in_full_detail_splits_the_times_of_the_usual_one_and_changes_none()
    {
        RunSample[] samples = [Seen(1, Library, Code), Seen(11, Library, Initializer, Code), Seen(41, Library, Code), Seen(90, App)];
        var usual = Of([Seen(1, Library, Code), Seen(21, Library, Code), Seen(90, App)]);
        var detailed = RecordedGraph.From(Recorded(samples) with { RuntimeWork = [new RuntimeWork(true, 21, 31, Library, [Code])] });

        var node = FullDetail.Over(usual, detailed).Nodes[Library];

        (node.RunMs, node.InitializeMs, node.TypeLoadMs, node.RestoreMs).ShouldBe((20, 5, 5, 0));
        TimeParts.Of(usual).Select(part => part.Name).ShouldNotContain("loading types");
    }

    [Fact]
    public void The_parts_of_any_startup_add_up_to_the_time_to_ready()
    {
        var random = new Random(14);
        for (var i = 0; i < 200; i++)
        {
            var samples = Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(100)).Order()
                .Select(at => random.Next(3) == 0 ? Seen(at, Library, Initializer, Code) : Seen(at, 1 + random.Next(2), Code)).ToArray();
            var startup = Recorded(samples) with
            {
                Jits = [.. Stretches(random).Select(s => new JitStretch(s.From, s.To, Library, Code, []) { IsAgain = random.Next(3) == 0 })],
            };
            var detailed = startup with
            {
                RuntimeWork = [.. Stretches(random).Select(s => new RuntimeWork(random.Next(2) == 0, s.From, s.To, random.Next(-1, 3), [Code]))],
            };
            var graph = FullDetail.Over(SeveralRuns.Median([RecordedGraph.From(startup), Of(samples)]), RecordedGraph.From(detailed));

            TimeParts.Of(graph).Sum(part => part.Ms).ShouldBe(graph.Run.ReadyMs, 0.001);
            TimeParts.Of(graph).Where(part => part.Name != "not known").ShouldAllBe(part => part.Ms > -0.001);
        }
    }

    private static IEnumerable<(double From, double To)> Stretches(Random random) =>
        Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(90)).Order().Select(from => ((double)from, from + (random.NextDouble() * 12)));

    private static LoadGraph Of(RunSample[] samples) => RecordedGraph.From(Recorded(samples));

    private static StartupEvents Recorded(RunSample[] samples) => Recordings.Of([Load("Library")]) with { Samples = samples };
}
