using DepGraph.Review;

namespace DepGraph.Reports.Json;

/// <summary>A difference as JSON, for other programs. docs/review.md describes it.</summary>
public static class DiffJson
{
    /// <summary>The text's bytes, UTF-8; also where nothing changed.</summary>
    public static byte[] Write(Diff diff) => JsonFormat.Write(
        new DiffDocument(
            "depgraph.diff",
            1,
            diff.App,
            diff.IsEmpty,
            diff.Added.Select(added => new AddedEntry(added.Id, added.Version, added.LoadedBy, added.Brought, added.CostMs, added.SpreadMs, added.Cause)),
            diff.Removed,
            diff.Versions.Select(change => new ChangeEntry(change.Id, change.Old, change.New)),
            diff.NewCycles.Select(cycle => cycle.Members),
            diff.GoneCycles,
            diff.Requesters.Select(change => new ChangeEntry(change.Id, change.Old, change.New)),
            diff.Order?.Moved ?? [],
            diff.NewCycles.Select(cycle => cycle.ClosedWith.Select(edge => new ClosingEntry(edge.From, edge.To, edge.Cause))),
            diff.Time is { } time ? new TimeEntry(time.OldMs, time.NewMs, time.NoiseMs) : null),
        JsonDocuments.Default.DiffDocument);
}

internal sealed record DiffDocument(
    string Format,
    int Version,
    string App,
    bool Same,
    IEnumerable<AddedEntry> Added,
    IReadOnlyList<string> Removed,
    IEnumerable<ChangeEntry> Versions,
    IEnumerable<IReadOnlyList<string>> NewCycles,
    IReadOnlyList<IReadOnlyList<string>> GoneCycles,
    IEnumerable<ChangeEntry> Loaders,
    IReadOnlyList<string> Moved,
    IEnumerable<IEnumerable<ClosingEntry>> ClosedWith,
    TimeEntry? Time);

internal sealed record AddedEntry(
    string Id, string Version, string? LoadedBy, IReadOnlyList<string> Brought, double? CostMs, double? SpreadMs, IReadOnlyList<string> Cause);

internal sealed record ClosingEntry(string From, string To, IReadOnlyList<string> Cause);

internal sealed record ChangeEntry(string Id, string Old, string New);

internal sealed record TimeEntry(double OldMs, double NewMs, double? NoiseMs);
