namespace DepGraph.Review;

/// <summary>One change in words.</summary>
/// <param name="Kind">How it changed.</param>
/// <param name="Title">A word for what it is.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Frames">All frames behind it, innermost first; often empty.</param>
public sealed record ChangeLine(ChangeKind Kind, string Title, string Text, IReadOnlyList<string> Frames);

/// <summary>A difference in words, the weightiest first.</summary>
public static class ChangeLines
{
    public static IReadOnlyList<ChangeLine> Of(Diff diff, Snapshot now, Sentences say) =>
    [
        .. diff.Added.Select(added => new ChangeLine(ChangeKind.Added, "new", say.Of(added, now), added.Cause)),
        .. diff.NewCycles.Select(cycle => new ChangeLine(ChangeKind.Added, "new cycle", say.Of(cycle, now),
            cycle.ClosedWith is [var closing, ..] ? closing.Cause : [])),
        .. diff.Removed.Select(id => new ChangeLine(ChangeKind.Removed, "left", say.OfRemoved(id), [])),
        .. diff.GoneCycles.Select(cycle => new ChangeLine(ChangeKind.Removed, "cycle gone", say.OfGoneCycle(cycle), [])),
        .. diff.Versions.Select(change => new ChangeLine(ChangeKind.Kept, "version", say.Of(change), [])),
        .. diff.Requesters.Select(change => new ChangeLine(ChangeKind.Kept, "requester", say.Of(change), [])),
        .. diff.Order is { } order ? new[] { new ChangeLine(ChangeKind.Kept, "order", say.Of(order), []) } : [],
    ];
}
