using System.Text;
using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports.Json;
using DepGraph.Reports.Markdown;
using DepGraph.Reports.PlainText;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Review;

/// <seealso cref="Comparison"/>
public class WhatADiffShows
{
    private static readonly Snapshot Old = Snapshot.Of(GraphText.Parse("App -> A", "A -> Gone", "App -> Far", "Far -> Further"));
    private static readonly Snapshot New = Snapshot.Of(GraphText.Parse("App -> A", "A -> Came", "App -> Far", "Far -> Further"));
    private static readonly Diff Change = Comparison.Between(Old, New);

    [Fact]
    public void Nothing_where_nothing_changed()
    {
        var same = Comparison.Between(Old, Old);
        same.IsEmpty.ShouldBeTrue();
        DiffText.Write(same, Old).ShouldBeEmpty();
        DiffMarkdown.Write(same, Old, Old).ShouldBeEmpty();
        JsonDocument.Parse(DiffJson.Write(same)).RootElement.GetProperty("same").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Plain_lines_for_the_terminal() => DiffText.Write(Change, New).ShouldBe(
        """
        App: 1 assembly added, 1 assembly removed
          + Startup now loads Came, loaded by A
          - Startup no longer loads Gone

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_drawing_of_the_change_and_its_way_from_the_root_alone()
    {
        var drawing = ChangeDrawing.Of(Change, Old, New);
        drawing.Nodes.ShouldBe([new("App", ChangeKind.Kept), new("A", ChangeKind.Kept), new("Came", ChangeKind.Added), new("Gone", ChangeKind.Removed)]);
        drawing.Edges.ShouldBe([new(0, 1, ChangeKind.Kept), new(1, 2, ChangeKind.Added), new(1, 3, ChangeKind.Removed)]);
    }

    [Fact]
    public void What_a_new_assembly_costs_with_its_noise()
    {
        var after = GraphText.Make(
            [GraphText.Sample("App", 0), GraphText.Sample("A", 1), GraphText.Sample("Came", 2, 20) with { SpreadMs = 1.5 },
                GraphText.Sample("With", 3, 4) with { SpreadMs = 0.5 }],
            [new Edge(0, 1, Evidence.Load, []), new Edge(1, 2, Evidence.Load, []), new Edge(2, 3, Evidence.Load, [])]);
        DiffText.Write(Comparison.Between(Old, Snapshot.Of(after)), Snapshot.Of(after)).ShouldContain("Came and 1 more through it (With), 24.0 ms ±2.0 ms");
    }

    [Theory]
    [InlineData(100.0, 2.0, 110.0, 3.0, "beyond the noise of ±5.0 ms")]
    [InlineData(100.0, 2.0, 104.0, 3.0, "within the noise of ±5.0 ms")]
    [InlineData(100.0, null, 104.0, 3.0, "may be noise")]
    public void Times_with_a_verdict_on_noise(double old, double? oldSpread, double now, double? newSpread, string verdict) =>
        Sentences.Of(new TimeChange(old, now, oldSpread, newSpread)).ShouldContain(verdict);

    [Fact]
    public void Other_times_alone_are_no_difference()
    {
        var graph = GraphText.Parse("App -> A");
        var slower = graph with { Run = GraphText.Finished(900) };
        Comparison.Between(Snapshot.Of(graph with { Run = GraphText.Finished(100) }), Snapshot.Of(slower)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void The_fewest_steps_that_moved()
    {
        var before = Snapshot.Of(GraphText.Parse("App -> A", "App -> B", "App -> C", "App -> D"));
        var after = Snapshot.Of(GraphText.Parse("App -> B", "App -> C", "App -> D", "App -> A"));
        Comparison.Between(before, after).Order!.Moved.ShouldBe(["A"]);
    }

    [Fact]
    public void Another_major_or_minor_version_but_no_other()
    {
        Versions("1.2.0.0", "1.2.9.0").ShouldBeEmpty();
        Versions("1.2.0.0", "1.3.0.0").ShouldBe([new("A", "1.2", "1.3")]);

        static IReadOnlyList<VersionChange> Versions(string old, string now) => Comparison.Between(With(old), With(now)).Versions;
        static Snapshot With(string version) => Snapshot.Of(GraphText.Make([GraphText.Sample("A", 0) with { Version = version }], []));
    }

    [Fact]
    public void Json_names_every_change()
    {
        var json = JsonDocument.Parse(Encoding.UTF8.GetString(DiffJson.Write(Change))).RootElement;
        json.GetProperty("added")[0].GetProperty("id").GetString().ShouldBe("Came");
        json.GetProperty("added")[0].GetProperty("loadedBy").GetString().ShouldBe("A");
        json.GetProperty("removed")[0].GetString().ShouldBe("Gone");
        json.GetProperty("same").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void A_lock_file_that_a_merge_left_with_lines_twice_is_still_compared()
    {
        var doubled = Old.Lock with { Steps = [.. Old.Lock.Steps, .. Old.Lock.Steps.Reverse()] };
        Comparison.Between(Snapshot.Of(doubled), New).Added.ShouldHaveSingleItem().Id.ShouldBe("Came");
    }
}
