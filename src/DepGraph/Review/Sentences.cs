using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Review;

/// <summary>One line for each kind of change: the same words in the build log, the terminal, the Markdown and the page.</summary>
/// <param name="name">How a name from outside is written in the format at hand.</param>
public sealed class Sentences(Func<string, string> name)
{
    private const int MostNames = 12;

    /// <summary>For text that is one line: names as they are, without what would break the line.</summary>
    public static Sentences Plain { get; } = new(text => OneLine.Of(text));

    /// <summary>The change in one line of counts.</summary>
    public static string Headline(Diff diff)
    {
        var parts = new[]
        {
            Counted(diff.AllAdded.Count(), "assembly added", "assemblies added") +
                (diff.Added.Sum(added => added.CostMs) is > 0 and var cost ? $" ({Milliseconds.Of(cost)})" : ""),
            Counted(diff.Removed.Count, "assembly removed", "assemblies removed"),
            Counted(diff.NewCycles.Count, "new cycle", "new cycles"),
            Counted(diff.GoneCycles.Count, "cycle gone", "cycles gone"),
            Counted(diff.Versions.Count, "version changed", "versions changed"),
            Counted(diff.Requesters.Count, "requester changed", "requesters changed"),
            diff.Order is null ? null : "order changed",
        };
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string? Counted(int count, string one, string many) => count == 0 ? null : $"{count} {(count == 1 ? one : many)}";

    /// <param name="added">What is loaded, with what it brings.</param>
    /// <param name="now">The recording it is from.</param>
    /// <param name="verb">"now loads" where it was not loaded before.</param>
    public string Of(AddedAssembly added, Snapshot now, string verb = "now loads")
    {
        var version = added.Version.Length > 0 ? $" {name(added.Version)}" : "";
        var brought = added.Brought.Count > 0 ? $" and {added.Brought.Count} more through it ({Names(added.Brought)})" : "";
        var cost = added.CostMs is { } ms ? $", {Milliseconds.Of(ms)}{Band(added.SpreadMs)}" : "";
        return $"Startup {verb} {name(added.Id)}{version}{brought}{cost}{By(added, now)}";
    }

    /// <summary>A new cycle, the edges that closed it, and the frames of the first of them.</summary>
    public string Of(NewCycle cycle, Snapshot now)
    {
        var closed = cycle.ClosedWith.Count == 0 ? "" : $", closed with {Names([.. cycle.ClosedWith.Select(edge => $"{edge.From} -> {edge.To}")])}";
        var frames = cycle.ClosedWith.FirstOrDefault(edge => edge.Cause.Count > 0) is { } first ? $" {Way(KeyFrames(first.Cause, first.Source, now))}" : "";
        return $"Startup has a new cycle of {cycle.Members.Count}: {Names(cycle.Members)}{closed}{frames}";
    }

    /// <summary>For example <c>Plugin -> Host</c>.</summary>
    public static string EdgeName(LoadGraph graph, Edge edge) => $"{graph.Nodes[edge.From].Id} -> {graph.Nodes[edge.To].Id}";

    public string OfRemoved(string id) => $"Startup no longer loads {name(id)}";

    public string OfGoneCycle(IReadOnlyList<string> cycle) => $"A cycle of {cycle.Count} is gone: {Names(cycle)}";

    public string Of(OrderChange order) =>
        $"The load sequence changed: step {order.Step} is {name(order.Found)}, it was {name(order.Expected)}; moved: {Names(order.Moved)}";

    public string Of(RequesterChange change) => $"{name(change.Id)} is now loaded by {Known(change.New)} instead of {Known(change.Old)}";

    public string Of(VersionChange change) => $"{name(change.Id)} {Known(change.Old)} -> {Known(change.New)}";

    public static string Of(TimeChange time)
    {
        var noise = time.NoiseMs switch
        {
            null => "from single runs: the difference may be noise",
            { } band when Math.Abs(time.DeltaMs) <= band => $"within the noise of ±{Milliseconds.Of(band)}",
            { } band => $"beyond the noise of ±{Milliseconds.Of(band)}",
        };
        return $"Time to ready: {Milliseconds.Of(time.OldMs)}{Band(time.OldSpreadMs)} -> {Milliseconds.Of(time.NewMs)}{Band(time.NewSpreadMs)}, {noise}";
    }

    /// <summary>For example <c>2 to 4 assemblies and 11.0 to 42.0 ms</c>.</summary>
    public static string Of(Retained retained) => $"{Assemblies(retained)} {(retained.AtMost.Count == 1 ? "assembly" : "assemblies")} and {Cost(retained)}";

    /// <summary>How many: one number, or a range.</summary>
    public static string Assemblies(Retained retained) => Range($"{retained.AtLeast.Count}", $"{retained.AtMost.Count}");

    /// <summary>At which cost: one, or a range.</summary>
    public static string Cost(Retained retained) => $"{Range(Milliseconds.Number(retained.AtLeast.CostMs), Milliseconds.Number(retained.AtMost.CostMs))} ms";

    private static string Range(string least, string most) => least == most ? most : $"{least} to {most}";

    /// <summary>A noise band behind a cost; nothing after a single run.</summary>
    public static string Band(double? ms) => ms is { } band ? $" ±{Milliseconds.Of(band)}" : "";

    /// <summary>At most twelve names, then how many more there are.</summary>
    public string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(name)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private string By(AddedAssembly added, Snapshot now)
    {
        var frames = KeyFrames(added.Cause, now.Node(added.Id)?.Source, now);
        if (frames.Count > 0)
            return $", loaded {Way(frames)}";
        return added.LoadedBy is { } loader ? $", loaded by {name(loader)}" : "";
    }

    private string Way(IReadOnlyList<string> frames) => (FrameText.IsCompiling(frames[0]) ? "" : "by ") + string.Join(" < ", frames.Select(name));

    private string Known(string text) => text.Length > 0 ? name(text) : "(unknown)";

    /// <summary>The frames a reader can act on: the innermost, the innermost two of the app's folder, and the one whose source is on this machine.</summary>
    private static IReadOnlyList<string> KeyFrames(IReadOnlyList<string> cause, SourcePlace? source, Snapshot now)
    {
        var own = cause.Where(frame => now.Node(FrameText.AssemblyOf(frame))?.Origin == Origin.App).Take(2).ToArray();
        return cause.Take(1).Concat(own.Length > 0 ? own : cause.Skip(1).Take(2))
            .Concat(cause.Where(frame => source is not null && frame.EndsWith($"({source})", StringComparison.Ordinal)).Take(1)).Distinct().ToArray();
    }
}
