using DepGraph.Graph;

namespace DepGraph.Recording.Tracing;

/// <summary>
/// What writing an event costs the thread that writes it: above all walking its stack, which is done before the event has its time. The runtime itself tells:
/// the map of a method's code comes right behind the method, and nothing is done in between but writing it. What putting a method's name together takes is told
/// by the rundown, which does that for one method after the other.
/// </summary>
internal sealed class EventCost
{
    private const int FramesAStep = 8;
    private const int Steps = 16;
    private const int FewestPairs = 16;
    private readonly Dictionary<long, long> _methodToldAt = []; // by thread
    private readonly List<(int Step, long Ticks)> _pairs = [];
    private readonly Dictionary<long, long> _rundownToldAt = []; // by thread
    private readonly List<double> _names = [];
    private double[]? _costs;
    private double? _name;

    /// <summary>A method was told: its map is the next event of the thread.</summary>
    public void MethodTold(TraceEvent e) => _methodToldAt[e.Thread] = e.Ticks;

    /// <summary>The map was told.</summary>
    public void MapTold(TraceEvent e)
    {
        if (_methodToldAt.Remove(e.Thread, out var before))
            _pairs.Add((Step(e.Stack.Length), e.Ticks - before));
    }

    /// <summary>The thread told something else.</summary>
    public void OtherTold(TraceEvent e) => _methodToldAt.Remove(e.Thread);

    /// <summary>The rundown told of a method, or of something else.</summary>
    public void RundownTold(TraceEvent e)
    {
        if (e.Kind.Id == RuntimeEvents.MethodRundown && _rundownToldAt.TryGetValue(e.Thread, out var before))
            _names.Add(e.Ticks - before);
        _rundownToldAt[e.Thread] = e.Ticks;
    }

    /// <summary>Ticks that an event takes which names a method, beside its stack; 0 where there was no rundown.</summary>
    public long OfName() => (long)(_name ??= _names.Count < FewestPairs ? 0 : Quantile.Median(_names));

    /// <summary>Ticks that an event with a stack of so many frames takes; 0 where too few methods were compiled to know.</summary>
    public long Of(int frames)
    {
        _costs ??= Costs();
        return (long)_costs[Step(frames)];
    }

    private static int Step(int frames) => Math.Min(Steps - 1, frames / FramesAStep);

    /// <summary>The medians by depth; a depth that was hardly seen costs what the next lower one does.</summary>
    private double[] Costs()
    {
        var costs = new double[Steps];
        if (_pairs.Count < FewestPairs)
            return costs;
        var all = Quantile.Median(_pairs.Select(p => (double)p.Ticks));
        var byStep = _pairs.ToLookup(p => p.Step, p => (double)p.Ticks);
        for (var step = 0; step < Steps; step++)
            costs[step] = byStep[step].Count() >= FewestPairs ? Quantile.Median(byStep[step]) : step > 0 ? costs[step - 1] : all;
        return costs;
    }
}
