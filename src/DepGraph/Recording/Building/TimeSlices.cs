using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>
/// Cuts the time to ready into what it was spent on. Every instant goes to exactly one of: the process waiting for something outside of it, the binder looking
/// for an assembly, an assembly being mapped, a method being compiled, code of an assembly running (where that was recorded apart from it a type being loaded,
/// precompiled code being made ready), nobody known. Reckoned in whole microseconds, so that the parts add up to the whole exactly.
/// </summary>
/// <remarks>
/// A wait has its instants whatever else is under way. Where other stretches overlap the one that began last has the instant. Between stretches the instant
/// goes to the code that is found running at the next stack the runtime took; before the first and after the last such stack to nobody.
/// </remarks>
internal sealed class TimeSlices
{
    private readonly List<TimeSlice> _slices = [];
    private readonly IReadOnlyList<WaitStretch> _waits;
    private readonly IReadOnlyList<RunSample> _samples;
    private readonly long _total;

    private TimeSlices(StartupEvents startup, Requesters requesters, NodeIndex index)
    {
        _waits = startup.Waits;
        _samples = startup.Samples;
        _total = Microseconds(startup.ReadyMs);
        Sweep(Stretches(startup, requesters, index));
    }

    /// <summary>From the start to ready in their order; none is empty, and together they are the time to ready.</summary>
    public static IReadOnlyList<TimeSlice> Of(StartupEvents startup, NodeIndex index) => new TimeSlices(startup, new Requesters(startup, index), index)._slices;

    private static long Microseconds(double ms) => (long)Math.Round(ms * 1000);

    private List<TimeSlice> Stretches(StartupEvents startup, Requesters requesters, NodeIndex index)
    {
        var stretches = new List<TimeSlice>();
        void Add(double start, double end, TimeUse use, int load, IReadOnlyList<Frame> stack)
        {
            var (from, to) = (Math.Min(_total, Microseconds(start)), Math.Min(_total, Microseconds(end)));
            if (load >= 0 && from < to)
                stretches.Add(new TimeSlice(from, to, use, load, stack));
        }

        var loadOfBind = Enumerable.Range(0, startup.Loads.Count).Where(i => startup.Loads[i].Bind >= 0).ToDictionary(i => startup.Loads[i].Bind);
        for (var i = 0; i < startup.Binds.Count; i++)
        {
            var bind = startup.Binds[i];
            if (loadOfBind.TryGetValue(i, out var load))
            {
                var found = Math.Min(bind.EndMs, startup.Loads[load].AtMs);
                Add(bind.StartMs, found, TimeUse.Bind, load, bind.Stack);
                Add(found, Math.Max(bind.EndMs, startup.Loads[load].EndMs), TimeUse.Map, load, bind.Stack);
            }
            else if (bind.ResultName.Length > 0)
            {
                Add(bind.StartMs, bind.EndMs, TimeUse.Bind, index.Find(bind.ResultName, bind.Context), bind.Stack);
            }
            else
            {
                Add(bind.StartMs, bind.EndMs, TimeUse.Run, requesters.Of(i), bind.Stack);
            }
        }

        for (var i = 0; i < startup.Loads.Count; i++)
        {
            if (startup.Loads[i].Bind < 0)
                Add(startup.Loads[i].AtMs, startup.Loads[i].EndMs, TimeUse.Map, i, startup.Loads[i].Stack);
        }

        foreach (var jit in startup.Jits)
        {
            var (from, to) = (Math.Min(_total, Microseconds(jit.StartMs)), Math.Min(_total, Microseconds(jit.EndMs)));
            if (from < to)
                stretches.Add(new TimeSlice(from, to, jit.Load < 0 ? TimeUse.Unattributed : TimeUse.Compile, jit.Load, jit.Stack, jit.Method)
                {
                    IsAgain = jit.IsAgain,
                });
        }

        foreach (var work in startup.RuntimeWork)
            Add(work.StartMs, work.EndMs, work.IsTypeLoad ? TimeUse.TypeLoad : TimeUse.Restore, work.Load, work.Stack);

        return stretches;
    }

    private void Sweep(List<TimeSlice> stretches)
    {
        var open = new Stack<TimeSlice>();
        var now = 0L;
        var (nextSample, nextWait) = (0, 0);
        foreach (var stretch in stretches.OrderBy(s => s.From).Append(new TimeSlice(_total, _total, TimeUse.Unattributed, -1, [])))
        {
            while (now < stretch.From)
            {
                while (open.TryPeek(out var ended) && ended.To <= now)
                    open.Pop();
                var until = open.TryPeek(out var current) ? Math.Min(current.To, stretch.From) : stretch.From;
                if (Wait(now, ref until, ref nextWait) is { } wait)
                    _slices.Add(new TimeSlice(now, until, TimeUse.Wait, wait, _waits[wait].Frames));
                else if (open.Count > 0)
                    _slices.Add(current with { From = now, To = until });
                else
                    until = Run(now, until, ref nextSample);
                now = until;
            }

            open.Push(stretch);
        }
    }

    /// <summary>
    /// The wait that <paramref name="from"/> lies in, and where it ends; else null, and where the next one begins: at most <paramref name="until"/>.
    /// </summary>
    private int? Wait(long from, ref long until, ref int next)
    {
        while (next < _waits.Count && Microseconds(_waits[next].EndMs) <= from)
            next++;
        if (next == _waits.Count)
            return null;
        var start = Microseconds(_waits[next].StartMs);
        until = Math.Min(until, start <= from ? Microseconds(_waits[next].EndMs) : start);
        return start <= from ? next : null;
    }

    /// <summary>Gives the time from <paramref name="from"/> to the next sample, at most to <paramref name="until"/>, to the code found there.</summary>
    private long Run(long from, long until, ref int next)
    {
        while (next < _samples.Count && Microseconds(_samples[next].AtMs) <= from)
            next++;
        var isSeen = next > 0 && next < _samples.Count;
        var end = next < _samples.Count ? Math.Min(until, Math.Max(from + 1, Microseconds(_samples[next].AtMs))) : until;
        _slices.Add(isSeen && _samples[next].Load >= 0
            ? new TimeSlice(from, end, TimeUse.Run, _samples[next].Load, _samples[next].Stack)
            : new TimeSlice(from, end, TimeUse.Unattributed, -1, []));
        return end;
    }
}
