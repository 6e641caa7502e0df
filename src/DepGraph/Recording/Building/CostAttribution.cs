using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>
/// Shares the time to ready out among the loads. Every instant goes to exactly one of: the process waiting for something outside of it, the binder looking for
/// an assembly, an assembly being mapped, code of an assembly running, nobody known. Reckoned in whole microseconds, so that the parts add up to the whole
/// exactly.
/// </summary>
/// <remarks>
/// A wait has its instants whatever else is under way. Where other stretches overlap the one that began last has the instant. Between stretches the instant
/// goes to the code that is found running at the next stack the runtime took; before the first and after the last such stack to nobody.
/// </remarks>
internal sealed class CostAttribution
{
    private readonly long[] _bind;
    private readonly long[] _map;
    private readonly long[] _run;
    private readonly long[] _nobody = new long[1];
    private readonly long[] _waiting;
    private readonly IReadOnlyList<WaitStretch> _waits;

    private CostAttribution(StartupEvents startup, Requesters requesters, NodeIndex index)
    {
        _bind = new long[startup.Loads.Count];
        _map = new long[startup.Loads.Count];
        _run = new long[startup.Loads.Count];
        _waiting = new long[startup.Waits.Count];
        _waits = startup.Waits;
        Total = Microseconds(startup.ReadyMs);
        Sweep(Stretches(startup, requesters, index), startup.Samples);
    }

    private long Total { get; }

    public double ReadyMs => Total / 1000.0;

    public double UnattributedMs => (Total - _bind.Sum() - _map.Sum() - _run.Sum() - _waiting.Sum()) / 1000.0;

    /// <summary>By wait how much of the time to ready it takes.</summary>
    public IReadOnlyList<double> WaitsMs => Array.ConvertAll(_waiting, us => us / 1000.0);

    public static CostAttribution Of(StartupEvents startup, NodeIndex index) => new(startup, new Requesters(startup, index), index);

    public (double BindMs, double MapMs, double RunMs) Of(int load) => (_bind[load] / 1000.0, _map[load] / 1000.0, _run[load] / 1000.0);

    private static long Microseconds(double ms) => (long)Math.Round(ms * 1000);

    private List<Stretch> Stretches(StartupEvents startup, Requesters requesters, NodeIndex index)
    {
        var stretches = new List<Stretch>();
        void Add(double start, double end, int load, long[] account)
        {
            var (from, to) = (Math.Min(Total, Microseconds(start)), Math.Min(Total, Microseconds(end)));
            if (load >= 0 && from < to)
                stretches.Add(new Stretch(from, to, load, account));
        }

        var loadOfBind = Enumerable.Range(0, startup.Loads.Count).Where(i => startup.Loads[i].Bind >= 0).ToDictionary(i => startup.Loads[i].Bind);
        for (var i = 0; i < startup.Binds.Count; i++)
        {
            var bind = startup.Binds[i];
            if (loadOfBind.TryGetValue(i, out var load))
            {
                var found = Math.Min(bind.EndMs, startup.Loads[load].AtMs);
                Add(bind.StartMs, found, load, _bind);
                Add(found, Math.Max(bind.EndMs, startup.Loads[load].EndMs), load, _map);
            }
            else if (bind.ResultName.Length > 0)
            {
                Add(bind.StartMs, bind.EndMs, index.Find(bind.ResultName, bind.Context), _bind);
            }
            else
            {
                Add(bind.StartMs, bind.EndMs, requesters.Of(i), _run);
            }
        }

        for (var i = 0; i < startup.Loads.Count; i++)
        {
            if (startup.Loads[i].Bind < 0)
                Add(startup.Loads[i].AtMs, startup.Loads[i].EndMs, i, _map);
        }

        foreach (var jit in startup.Jits)
            Add(jit.StartMs, jit.EndMs, Math.Max(jit.Load, 0), jit.Load < 0 ? _nobody : _run);
        return stretches;
    }

    private void Sweep(List<Stretch> stretches, IReadOnlyList<RunSample> samples)
    {
        stretches.Sort((a, b) => a.Start.CompareTo(b.Start));
        var open = new Stack<Stretch>();
        var now = 0L;
        var (nextSample, nextWait) = (0, 0);
        foreach (var stretch in stretches.Append(new Stretch(Total, Total, -1, _run)))
        {
            while (now < stretch.Start)
            {
                while (open.TryPeek(out var ended) && ended.End <= now)
                    open.Pop();
                var until = open.TryPeek(out var current) ? Math.Min(current.End, stretch.Start) : stretch.Start;
                if (Wait(now, ref until, ref nextWait) is { } wait)
                    _waiting[wait] += until - now;
                else if (current.Account is not null)
                    current.Account[current.Load] += until - now;
                else
                    until = Run(now, until, samples, ref nextSample);
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
    private long Run(long from, long until, IReadOnlyList<RunSample> samples, ref int next)
    {
        while (next < samples.Count && Microseconds(samples[next].AtMs) <= from)
            next++;
        if (next == 0 || next == samples.Count)
            return next == 0 && samples.Count > 0 ? Math.Min(until, Math.Max(from + 1, Microseconds(samples[0].AtMs))) : until;
        var end = Math.Min(until, Microseconds(samples[next].AtMs));
        if (samples[next].Load >= 0)
            _run[samples[next].Load] += end - from;
        return end;
    }

    private readonly record struct Stretch(long Start, long End, int Load, long[]? Account);
}
