using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>
/// Tells from the stacks that came with the events whose code ran when. What is asked is who keeps the startup waiting: while the startup thread runs, the
/// others do not count; while it is blocked (an asynchronous Main), they do.
/// </summary>
internal sealed class RunObservations
{
    // A startup thread that runs is seen every millisecond or so.
    private const double SeenAgainMs = 10;
    private readonly StartupTrace _trace;
    private readonly StackFrames _stacks;
    private readonly long _startupThread;
    private readonly long _end;
    private readonly Func<long, double> _ms;
    private readonly double[] _startupThreadSeen;

    /// <param name="startupThread">The thread of Main.</param>
    /// <param name="end">The end of the startup, in ticks.</param>
    /// <param name="ms">Ticks to ms since the runtime's start.</param>
    public RunObservations(StartupTrace trace, StackFrames stacks, long startupThread, long end, Func<long, double> ms)
    {
        _trace = trace;
        _stacks = stacks;
        _startupThread = startupThread;
        _end = end;
        _ms = ms;
        _startupThreadSeen = [.. trace.Samples.Where(s => s.Thread == startupThread && s.Ticks <= end).Select(s => ms(s.Ticks)).Order()];
    }

    public IReadOnlyList<RunSample> Samples()
    {
        var samples = new List<RunSample>();
        foreach (var sample in _trace.Samples.Where(s => s.Ticks <= _end).OrderBy(s => s.Ticks))
        {
            var at = _ms(sample.Ticks);
            if (Counts(sample.Thread, at, at) && Owner(_stacks.Of(sample.Stack)) is { } load)
                samples.Add(new RunSample(at, load));
        }

        return samples;
    }

    public IReadOnlyList<JitStretch> Jits()
    {
        var open = new Dictionary<(long Thread, ulong Method), TraceJit>();
        var stretches = new List<JitStretch>();
        foreach (var jit in _trace.Jits.Where(j => j.Ticks <= _end).OrderBy(j => j.Ticks))
        {
            if (jit.IsStart)
                open[(jit.Thread, jit.Method)] = jit;
            else if (open.Remove((jit.Thread, jit.Method), out var start) && Translate(start, jit) is { } stretch)
                stretches.Add(stretch);
        }

        return stretches;
    }

    private JitStretch? Translate(TraceJit start, TraceJit end)
    {
        var (from, to) = (_ms(start.Ticks), _ms(end.Ticks));
        var frames = _stacks.Of(start.Stack);
        if (!Counts(start.Thread, from, to))
            return null;
        if (start.Thread != _startupThread && frames.Count == 0)
            return null; // the runtime compiles what is called often once more, in the background
        if (IsTracing(frames))
            return new JitStretch(from, to, -1);
        return _stacks.LoadOfModule(end.Module) is >= 0 and var load ? new JitStretch(from, to, load) : null;
    }

    private bool Counts(long thread, double from, double to)
    {
        if (thread == _startupThread)
            return true;
        var next = Array.BinarySearch(_startupThreadSeen, from);
        if (next < 0)
            next = ~next;
        return next == _startupThreadSeen.Length || _startupThreadSeen[next] > to + SeenAgainMs;
    }

    /// <summary>The innermost assembly outside the core library where there is one; null where none is known, -1 for the recording's own doing.</summary>
    private int? Owner(IReadOnlyList<Frame> frames)
    {
        if (IsTracing(frames))
            return -1;
        var known = frames.Where(f => f.Load >= 0).ToList();
        return (known.Find(f => !_stacks.IsCoreLib(f)) ?? known.FirstOrDefault())?.Load;
    }

    /// <summary>An EventSource that is listened to writes its manifest and starts what listens: without the recording this would not run.</summary>
    private static bool IsTracing(IReadOnlyList<Frame> frames) =>
        frames.Any(f => f.Text.StartsWith("System.Private.CoreLib!System.Diagnostics.Tracing.", StringComparison.Ordinal));
}
