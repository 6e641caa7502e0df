using DepGraph.Loading;

namespace DepGraph.Bench.Bar;

/// <summary>One recorded start, played once more in simulated time.</summary>
internal static class PlayedStart
{
    private const int Samples = 1000;

    /// <summary>Looks at both bars at a thousand moments, evenly spread from the first line of Main to ready.</summary>
    public static void Compare(RecordedSequence recorded, RecordedSequence played, Comparison comparison)
    {
        var begin = BeginOfMain(played);
        var next = 0;
        while (next < played.Timeline.Count && played.Timeline[next].AtMs <= begin)
            next++;
        var bar = new StartupTimeline(recorded, played.Timeline.Take(next).Select(load => load.Name), begin);
        for (var i = 0; i < Samples; i++)
        {
            var now = begin + ((played.ReadyMs - begin) * i / Samples);
            for (; next < played.Timeline.Count && played.Timeline[next].AtMs <= now; next++)
                bar.See(played.Timeline[next].Name, played.Timeline[next].AtMs);
            var truth = now / played.ReadyMs;
            comparison.Bar.Add(bar.Fraction(now), truth);
            comparison.Counting.Add(Math.Min(1, (double)next / recorded.Timeline.Count), truth);
        }
    }

    /// <summary>A bar can begin when the app's own assembly is loaded and what Main needs at once.</summary>
    private static double BeginOfMain(RecordedSequence start)
    {
        var app = start.Timeline.Select((load, i) => (load, i)).FirstOrDefault(item => item.load.Name == start.App);
        return start.Timeline[Math.Min(app.i + 1, start.Timeline.Count - 1)].AtMs;
    }
}
