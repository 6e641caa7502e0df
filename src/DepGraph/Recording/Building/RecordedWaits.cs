using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>Puts the stretches in which startup waited together by who waited.</summary>
internal static class RecordedWaits
{
    /// <param name="ms">By stretch what it takes of the time to ready, ms.</param>
    public static IReadOnlyList<Wait> Of(IReadOnlyList<WaitStretch> stretches, Func<int, double> ms, IReadOnlyList<Node> nodes, Causes causes) =>
    [
        .. stretches.Select((stretch, i) => new Wait(Math.Round(stretch.StartMs, 3), ms(i), NodeOf(stretch.Frames, nodes), causes.Of(stretch.Frames)))
            .Where(wait => wait.Ms > 0)
            .GroupBy(wait => string.Join('\n', wait.Frames))
            .Select(same => same.First() with { Ms = Math.Round(same.Sum(wait => wait.Ms), 3) })
            .OrderByDescending(wait => wait.Ms),
    ];

    private static int NodeOf(IReadOnlyList<Frame> frames, IReadOnlyList<Node> nodes) =>
        (frames.FirstOrDefault(frame => nodes[frame.Load].Origin != Origin.Framework) ?? frames.FirstOrDefault())?.Load ?? -1;
}
