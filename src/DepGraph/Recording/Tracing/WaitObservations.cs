using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>Tells from the events around a stretch in which the process asked for no processor who waits in it.</summary>
/// <remarks>
/// A thread that waits for a handle, a lock or another thread says so itself, with its stack; where several do, the one that goes on first held up the others.
/// Where the startup thread sleeps, or reads, it says nothing: it is in those frames that are on its stacks before and after. An asynchronous method that waits
/// is on no stack: it is the one that goes on when the wait is over.
/// </remarks>
internal sealed class WaitObservations
{
    // What goes on after a wait is seen when it first needs a method or an assembly. So soon where no thread says that it waits for it.
    private const double GoesOnWithinMs = 100;
    private const int DeepestFrames = 16;
    private readonly StackFrames _stacks;
    private readonly Func<Frame, bool> _isOwn;
    private readonly Func<long, double> _ms;
    private readonly long _startupThread;
    private readonly List<Blocked> _blocked = [];
    private readonly (double AtMs, IReadOnlyList<Frame> Frames)[] _startup;
    private readonly (double AtMs, IReadOnlyList<Frame> Frames)[] _others;

    /// <param name="startupThread">The thread of Main.</param>
    /// <param name="isOwn">True for a frame of what is not a shared framework's.</param>
    /// <param name="ms">Ticks to ms since the runtime's start.</param>
    public WaitObservations(StartupTrace trace, StackFrames stacks, long startupThread, Func<Frame, bool> isOwn, Func<long, double> ms)
    {
        (_stacks, _startupThread, _isOwn, _ms) = (stacks, startupThread, isOwn, ms);
        var begun = new Dictionary<long, TraceWait>();
        foreach (var wait in trace.Waits.OrderBy(w => w.Ticks))
        {
            if (wait.IsStart)
                begun[wait.Thread] = wait;
            else if (begun.Remove(wait.Thread, out var start))
                _blocked.Add(new Blocked(start, ms(start.Ticks), ms(wait.Ticks)));
        }

        _blocked.AddRange(begun.Values.Select(start => new Blocked(start, ms(start.Ticks), double.PositiveInfinity)));
        var samples = trace.Samples.OrderBy(s => s.Ticks).ToLookup(s => s.Thread == startupThread, s => (ms(s.Ticks), stacks.Of(s.Stack)));
        _startup = [.. samples[true]];
        _others = [.. samples[false]];
    }

    /// <summary>
    /// Whose code ran until each wait began: of its innermost frame. Nobody's where the wait before only goes on: what is between is the runtime's own, in the
    /// background.
    /// </summary>
    public static IEnumerable<RunSample> Begins(IReadOnlyList<WaitStretch> waits) => waits.Select((wait, i) =>
    {
        var goesOn = i > 0 && ReferenceEquals(wait.Frames, waits[i - 1].Frames);
        return new RunSample(wait.StartMs, goesOn || wait.Frames.Count == 0 ? -1 : wait.Frames[0].Load, wait.Frames);
    });

    /// <param name="idle">In ticks, in their order.</param>
    /// <param name="endMs">The end of the startup.</param>
    public IReadOnlyList<WaitStretch> Waits(IReadOnlyList<(long From, long To)> idle, double endMs)
    {
        var waits = new List<WaitStretch>();
        var stretches = idle.Select(s => (From: _ms(s.From), To: Math.Min(endMs, _ms(s.To)))).SelectMany(s => Cut(s.From, s.To))
            .Where(w => w.To - w.From >= WaitStretch.ShortestMs).ToList();
        for (var i = stretches.Count - 1; i >= 0; i--)
        {
            var (from, to) = stretches[i];
            var next = waits.Count > 0 ? waits[^1].StartMs : endMs;
            // Nothing is seen to run between the two: it is one wait, and the process has only ticked.
            var frames = waits.Count > 0 && !IsSeenBetween(to, next) ? waits[^1].Frames : [.. Frames(from, to, next).Take(DeepestFrames)];
            waits.Add(new WaitStretch(from, to, frames));
        }

        waits.Reverse();
        return waits;
    }

    /// <summary>
    /// A stretch may hold several waits with little to do in between, and what was done just before and after: it is cut where a thread is seen to go on, or to
    /// wait anew.
    /// </summary>
    private IEnumerable<(double From, double To)> Cut(double from, double to)
    {
        var seen = Between(_startup, from, to).Concat(Between(_others, from, to).Where(s => Resumed(s.Frames).Count > 0)).Select(s => s.AtMs);
        var begins = _blocked.Where(b => b.Start.Thread == _startupThread).Select(b => b.From);
        foreach (var cut in begins.Concat(seen).Where(at => at > from && at < to).Order().Distinct().Append(to).ToList())
        {
            yield return (from, cut);
            from = cut;
        }
    }

    private IEnumerable<Frame> Frames(double from, double to, double next)
    {
        var blocked = EndsFirst((from + to) / 2);
        var said = blocked is null ? [] : _stacks.Of(blocked.Start.Stack);
        var isForTask = said.Any(f => f.Text.StartsWith("System.Private.CoreLib!System.Threading.Tasks.Task.", StringComparison.Ordinal));
        if (said.Count > 0 && !isForTask)
            return Readable(said);
        // Who waits for a task does so until what goes on has ended, however long that takes on a busy machine.
        var goesOn = GoesOn(to, Math.Min(next, isForTask ? blocked!.To : to + GoesOnWithinMs));
        return Readable(goesOn.Count > 0 ? goesOn : said.Count > 0 ? said : AroundIt(from, to));
    }

    private bool IsSeenBetween(double from, double to) =>
        Between(_startup, from, to).Concat(Between(_others, from, to)).Any()
            || _blocked.Exists(b => b.Start.Thread == _startupThread && (b.From >= from && b.From <= to || b.To >= from && b.To <= to));

    /// <summary>The frames outside the core library as the source has them: an asynchronous method's start and what goes on with it are one.</summary>
    private IEnumerable<Frame> Readable(IEnumerable<Frame> frames)
    {
        var last = "";
        foreach (var frame in frames.Where(f => f.Load >= 0 && !_stacks.IsCoreLib(f)))
        {
            var text = StateMachine.MethodOf(frame.Text);
            if (text == last || StateMachine.IsEntryOf(text, last))
                continue;
            yield return frame with { Text = text };
            last = text;
        }
    }

    /// <summary>
    /// Of the waits that own code, or the startup thread, is in at a moment the one that ends first: the others waited for what came after it. Null where none
    /// says so.
    /// </summary>
    private Blocked? EndsFirst(double at) =>
        _blocked.Where(b => b.From <= at && b.To > at && (b.Start.Thread == _startupThread || _stacks.Of(b.Start.Stack).Any(_isOwn))).MinBy(b => b.To);

    /// <summary>The own asynchronous methods that another thread is first seen to go on with: each was awaited by the one behind it.</summary>
    private IReadOnlyList<Frame> GoesOn(double from, double to) =>
        Between(_others, from, to).Select(s => Resumed(s.Frames)).FirstOrDefault(frames => frames.Count > 0) ?? [];

    /// <summary>
    /// What was called since is above the last start of an asynchronous method; below it a method that ends goes on into the one that awaits it.
    /// </summary>
    private List<Frame> Resumed(IReadOnlyList<Frame> frames)
    {
        var called = frames.ToList().FindLastIndex(f => f.Text == "System.Private.CoreLib!System.Runtime.CompilerServices.AsyncMethodBuilderCore.Start");
        return [.. frames.Skip(called + 1).Where(f => _isOwn(f) && StateMachine.IsOne(f.Text)).Reverse()];
    }

    /// <summary>What is at the root of both the last stack before and the first one after: the thread did not leave it in between.</summary>
    private IEnumerable<Frame> AroundIt(double from, double to)
    {
        var next = Array.FindIndex(_startup, s => s.AtMs >= to);
        var last = Array.FindLastIndex(_startup, s => s.AtMs <= from);
        if (next < 0 || last < 0)
            return [];
        var (before, after) = (_startup[last].Frames, _startup[next].Frames);
        return before.Reverse().Zip(after.Reverse()).TakeWhile(pair => (pair.First.Load, pair.First.Text) == (pair.Second.Load, pair.Second.Text))
            // at two places of one method: which of them waited is not known
            .Select(pair => pair.First == pair.Second ? pair.First : pair.First with { Il = -1 }).Reverse();
    }

    private static IEnumerable<(double AtMs, IReadOnlyList<Frame> Frames)> Between((double AtMs, IReadOnlyList<Frame> Frames)[] samples, double from, double to)
    {
        var (first, end) = (0, samples.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (samples[middle].AtMs < from)
                first = middle + 1;
            else
                end = middle;
        }

        for (; first < samples.Length && samples[first].AtMs <= to; first++)
            yield return samples[first];
    }

    /// <summary>A thread waits, and says so.</summary>
    private sealed record Blocked(TraceWait Start, double From, double To);
}
