using DepGraph.Review;

namespace DepGraph.Reports.Content;

/// <summary>A difference with its two sides, and the drawing of it.</summary>
internal sealed record ReviewedChange(Snapshot Old, Snapshot Now, Diff Diff, ChangeDrawing Drawing)
{
    public static ReviewedChange Between(Snapshot old, Snapshot now)
    {
        var diff = Comparison.Between(old, now);
        return new ReviewedChange(old, now, diff, ChangeDrawing.Of(diff, old, now));
    }
}
