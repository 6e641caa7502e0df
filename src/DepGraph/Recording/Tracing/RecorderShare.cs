using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>
/// The stretches of a startup that only the recording takes: writing its events, and the code that runs because somebody listens (an EventSource writes its
/// manifest). A plain start has none of them, so they are cut out of the time that is told.
/// </summary>
internal sealed class RecorderShare
{
    private readonly long[] _from;
    private readonly long[] _to;
    private readonly long[] _before; // the sum of those before each

    private RecorderShare(List<(long From, long To)> stretches)
    {
        var merged = new List<(long From, long To)>();
        foreach (var stretch in stretches.Order())
        {
            if (merged.Count > 0 && stretch.From <= merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, stretch.To));
            else
                merged.Add(stretch);
        }

        _from = [.. merged.Select(s => s.From)];
        _to = [.. merged.Select(s => s.To)];
        _before = new long[merged.Count];
        for (var i = 1; i < merged.Count; i++)
            _before[i] = _before[i - 1] + _to[i - 1] - _from[i - 1];
    }

    /// <param name="end">The end of the startup, in ticks.</param>
    public static RecorderShare Of(StartupTrace trace, StackFrames stacks, CountedThreads threads, long end)
    {
        var stretches = new List<(long From, long To)>();
        foreach (var written in trace.Written)
        {
            var from = written.Ticks - trace.EventCost.Of(written.Frames) - (written.IsNamed ? trace.EventCost.OfName() : 0);
            if (written.Ticks <= end && threads.Counts(written.Thread, from, written.Ticks))
                stretches.Add((from, written.Ticks));
        }

        foreach (var thread in trace.Samples.Where(s => s.Ticks <= end).GroupBy(s => s.Thread))
        {
            var last = long.MaxValue;
            foreach (var sample in thread.OrderBy(s => s.Ticks))
            {
                if (last < sample.Ticks && IsTracing(stacks.Of(sample.Stack)) && threads.Counts(sample.Thread, last, sample.Ticks))
                    stretches.Add((last, sample.Ticks));
                last = sample.Ticks;
            }
        }

        return new RecorderShare(stretches);
    }

    /// <summary>An EventSource that is listened to writes its manifest and starts what listens: without the recording this would not run.</summary>
    public static bool IsTracing(IReadOnlyList<Frame> frames) =>
        frames.Any(f => f.Text.StartsWith("System.Private.CoreLib!System.Diagnostics.Tracing.", StringComparison.Ordinal));

    /// <summary>Ticks that the recording took until then.</summary>
    public long Before(long ticks)
    {
        var at = Array.BinarySearch(_from, ticks);
        if (at < 0)
            at = ~at - 1;
        return at < 0 ? 0 : _before[at] + Math.Min(ticks, _to[at]) - _from[at];
    }
}
