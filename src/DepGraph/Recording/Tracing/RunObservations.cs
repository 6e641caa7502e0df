using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>Tells from the stacks that came with the events whose code ran when.</summary>
internal sealed class RunObservations
{
    private readonly StartupTrace _trace;
    private readonly StackFrames _stacks;
    private readonly long _startupThread;
    private readonly long _end;
    private readonly Func<long, double> _ms;
    private readonly CountedThreads _threads;

    /// <param name="startupThread">The thread of Main.</param>
    /// <param name="end">The end of the startup, in ticks.</param>
    /// <param name="ms">Ticks to ms since the runtime's start.</param>
    public RunObservations(StartupTrace trace, StackFrames stacks, CountedThreads threads, long startupThread, long end, Func<long, double> ms)
    {
        _trace = trace;
        _stacks = stacks;
        _threads = threads;
        _startupThread = startupThread;
        _end = end;
        _ms = ms;
    }

    public IReadOnlyList<RunSample> Samples()
    {
        var samples = new List<RunSample>();
        foreach (var sample in _trace.Samples.Where(s => s.Ticks <= _end).OrderBy(s => s.Ticks))
        {
            var frames = _stacks.Of(sample.Stack);
            if (_threads.Counts(sample.Thread, sample.Ticks, sample.Ticks) && Owner(frames) is { } load)
                samples.Add(new RunSample(_ms(sample.Ticks), load, frames));
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
        if (!_threads.Counts(start.Thread, start.Ticks, end.Ticks))
            return null;
        if (start.Thread != _startupThread && frames.Count == 0)
            return null; // the runtime compiles what is called often once more, in the background
        if (RecorderShare.IsTracing(frames))
            return new JitStretch(from, to, -1, null, frames);
        var method = _stacks.ToFrame(start);
        return method.Load >= 0 ? new JitStretch(from, to, method.Load, method, frames) : null;
    }

    /// <summary>The innermost assembly outside the core library where there is one; null where none is known, -1 for the recording's own doing.</summary>
    private int? Owner(IReadOnlyList<Frame> frames)
    {
        if (RecorderShare.IsTracing(frames))
            return -1;
        var known = frames.Where(f => f.Load >= 0).ToList();
        return (known.Find(f => !_stacks.IsCoreLib(f)) ?? known.FirstOrDefault())?.Load;
    }
}
