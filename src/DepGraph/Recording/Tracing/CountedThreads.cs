namespace DepGraph.Recording.Tracing;

/// <summary>
/// Tells whose time is the startup's. What is asked is who keeps the startup waiting: while the startup thread runs, the others do not count; while it is
/// blocked (an asynchronous Main), they do.
/// </summary>
internal sealed class CountedThreads
{
    // A startup thread that runs is seen every millisecond or so.
    private const double SeenAgainMs = 10;
    private readonly long _startupThread;
    private readonly long _again;
    private readonly long[] _startupThreadSeen;

    /// <param name="startupThread">The thread of Main.</param>
    /// <param name="end">The end of the startup, in ticks.</param>
    /// <param name="ticksPerMs">Of the trace's clock.</param>
    public CountedThreads(StartupTrace trace, long startupThread, long end, double ticksPerMs)
    {
        _startupThread = startupThread;
        _again = (long)(SeenAgainMs * ticksPerMs);
        _startupThreadSeen = [.. trace.Samples.Where(s => s.Thread == startupThread && s.Ticks <= end).Select(s => s.Ticks).Order()];
    }

    /// <summary>True when what the thread did from <paramref name="from"/> to <paramref name="to"/>, in ticks, counts.</summary>
    public bool Counts(long thread, long from, long to)
    {
        if (thread == _startupThread)
            return true;
        var next = Array.BinarySearch(_startupThreadSeen, from);
        if (next < 0)
            next = ~next;
        return next == _startupThreadSeen.Length || _startupThreadSeen[next] > to + _again;
    }
}
