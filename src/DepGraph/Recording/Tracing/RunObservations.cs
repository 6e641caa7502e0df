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
    private readonly Func<Frame, bool> _isOwn;

    /// <param name="isOwn">True for a frame that is no shared framework's.</param>
    /// <param name="startupThread">The thread of Main.</param>
    /// <param name="end">The end of the startup, in ticks.</param>
    /// <param name="ms">Ticks to ms since the runtime's start.</param>
    public RunObservations(
        StartupTrace trace, StackFrames stacks, CountedThreads threads, Func<Frame, bool> isOwn, long startupThread, long end, Func<long, double> ms)
    {
        _isOwn = isOwn;
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

    /// <summary>In the order of their beginnings; each is its caller's.</summary>
    public IReadOnlyList<RuntimeWork> RuntimeWork() =>
    [
        .. _trace.RuntimeWork.Stretches.Where(work => work.End <= _end && _threads.Counts(work.Thread, work.Start, work.End)).OrderBy(work => work.Start)
            .Select(work => (Work: work, Frames: _stacks.Of(work.Stack)))
            .Select(of => new RuntimeWork(of.Work.IsTypeLoad, _ms(of.Work.Start), _ms(of.Work.End), Owner(of.Frames) ?? -1, of.Frames)),
    ];

    public IReadOnlyList<JitStretch> Jits()
    {
        var open = new Dictionary<(long Thread, ulong Method), TraceJit>();
        var stretches = new List<JitStretch>();
        var compiled = new HashSet<ulong>();
        foreach (var jit in _trace.Jits.Where(j => j.Ticks <= _end).OrderBy(j => j.Ticks))
        {
            if (jit.IsStart)
                open[(jit.Thread, jit.Method)] = jit;
            else if (!open.Remove((jit.Thread, jit.Method), out var start))
                continue;
            else if (!compiled.Add(jit.Method) is var isAgain && Translate(start, jit) is { } stretch)
                stretches.Add(stretch with { IsAgain = isAgain });
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
        return method.Load >= 0 ? new JitStretch(from, to, end.IsSpecialized ? AskerOf(method, frames) : method.Load, method, frames) : null;
    }

    /// <summary>Generic code of a framework for certain types is made for who asked for it: the innermost other assembly outside the core library.</summary>
    private int AskerOf(Frame method, IReadOnlyList<Frame> frames) => _isOwn(method) ? method.Load
        : frames.FirstOrDefault(frame => frame.Load >= 0 && frame.Load != method.Load && !_stacks.IsCoreLib(frame))?.Load ?? method.Load;

    /// <summary>The innermost assembly outside the core library where there is one; null where none is known, -1 for the recording's own doing.</summary>
    private int? Owner(IReadOnlyList<Frame> frames)
    {
        if (RecorderShare.IsTracing(frames))
            return -1;
        var known = frames.Where(f => f.Load >= 0).ToList();
        return (known.Find(f => !_stacks.IsCoreLib(f)) ?? known.FirstOrDefault())?.Load;
    }
}
