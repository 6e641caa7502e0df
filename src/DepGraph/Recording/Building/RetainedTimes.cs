using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>
/// What would go with an edge: the time during which it was on the stack. That takes in what the framework does on behalf of the called code (compiling,
/// loading types, running static constructors).
/// </summary>
/// <remarks>
/// A start does nearly everything for the first time, and what is done once is paid by whoever comes first. So where the innermost code, outside the core
/// library, is of a type that is seen on other stacks too, or the assembly that is loaded is, the time may only move to the next who needs it: it counts for
/// the high end alone. A method that is seen elsewhere too is compiled anyway: its compilation counts for neither.
/// </remarks>
internal sealed class RetainedTimes
{
    private const double LeastMs = 0.1;
    private readonly IReadOnlyList<TimeSlice> _slices;
    private readonly CallPaths _paths;
    private readonly bool[] _isFramework;
    private readonly CallPath[] _pathOf;
    private readonly int[][] _reached;
    private readonly int[] _type;
    private readonly int[] _seen; // by type: on the stacks of how many slices
    private readonly int[] _under; // the same under one edge
    private readonly Dictionary<string, int> _methodSeen = new(StringComparer.Ordinal);
    private readonly Dictionary<(int From, int To), List<int>> _spentUnder = [];

    private RetainedTimes(StartupEvents startup, IReadOnlyList<TimeSlice> slices, IReadOnlyList<Node> nodes)
    {
        _isFramework = [.. nodes.Select(node => node.Origin == Origin.Framework)];
        _paths = new CallPaths(startup);
        _slices = [.. slices.Where(slice => slice.Use is not (TimeUse.Wait or TimeUse.Unattributed))];
        _pathOf = [.. _slices.Select(slice => _paths.Of(slice.Stack))];
        _reached = new int[_slices.Count][];
        _type = [.. _slices.Select(Innermost)];
        _seen = new int[_paths.Types];
        _under = new int[_paths.Types];
        for (var slice = 0; slice < _slices.Count; slice++)
        {
            foreach (var type in _pathOf[slice].Types)
                _seen[type]++;
            foreach (var method in _pathOf[slice].Methods)
                _methodSeen[method] = _methodSeen.GetValueOrDefault(method) + 1;
            _reached[slice] = [.. _pathOf[slice].Nodes.Concat(Reached(_slices[slice]))];
            foreach (var edge in Edges(_reached[slice]).Distinct())
            {
                if (!_spentUnder.TryGetValue(edge, out var spent))
                    _spentUnder[edge] = spent = [];
                spent.Add(slice);
            }
        }
    }

    /// <summary>For each edge, and each node but the root, that has more than a trifle; edges in their order, then nodes in theirs.</summary>
    public static IReadOnlyList<RetainedTime> Of(StartupEvents startup, IReadOnlyList<TimeSlice> slices, IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges, int root)
    {
        var all = new RetainedTimes(startup, slices, nodes);
        var wanted = edges.Where(edge => edge.Evidence != Evidence.Lookup && edge.To != root).Select(edge => (edge.From, edge.To))
            .Concat(Enumerable.Range(0, startup.Loads.Count).Where(node => node != root && !all._paths.IsCoreLib(node)).Select(node => (-1, node)));
        return [.. wanted.Select(all.Of).Where(time => time.HighMs >= LeastMs)];
    }

    private RetainedTime Of((int From, int To) edge)
    {
        if (!_spentUnder.TryGetValue(edge, out var spent))
            return new RetainedTime(edge.From, edge.To, 0, 0);
        var methods = new Dictionary<string, int>(StringComparer.Ordinal);
        var nodes = new Dictionary<int, int>();
        foreach (var slice in spent)
        {
            foreach (var type in _pathOf[slice].Types)
                _under[type]++;
            foreach (var method in _pathOf[slice].Methods)
                methods[method] = methods.GetValueOrDefault(method) + 1;
            foreach (var node in _reached[slice].Distinct())
                nodes[node] = nodes.GetValueOrDefault(node) + 1;
        }

        var (low, high) = (0L, 0L);
        foreach (var slice in spent)
        {
            var compiled = _slices[slice].Compiled?.Text;
            if (compiled is not null && _methodSeen.GetValueOrDefault(compiled) > methods.GetValueOrDefault(compiled))
                continue;
            high += _slices[slice].Length;
            if (_slices[slice].Use is TimeUse.Bind or TimeUse.Map
                ? _spentUnder.GetValueOrDefault((-1, _slices[slice].Index))?.Count == nodes.GetValueOrDefault(_slices[slice].Index)
                : _type[slice] < 0 || _seen[_type[slice]] == _under[_type[slice]])
                low += _slices[slice].Length;
        }

        foreach (var type in spent.SelectMany(slice => _pathOf[slice].Types))
            _under[type] = 0;
        return new RetainedTime(edge.From, edge.To, low / 1000.0, high / 1000.0);
    }

    /// <summary>The type the time is spent on, or -1.</summary>
    private int Innermost(TimeSlice slice)
    {
        if (slice.Compiled is { } method && !_paths.IsCoreLib(method.Load) && !method.Text.Contains('['))
            return _paths.TypeOf(method);
        return _paths.Of(slice.Stack).Types is [var type, ..] ? type : -1;
    }

    /// <summary>
    /// The edges on the stack, also those between which a framework calls back (LINQ, a container), and each of its nodes as reached from anywhere.
    /// </summary>
    private IEnumerable<(int From, int To)> Edges(int[] reached)
    {
        var (last, lastOutside) = (-1, -1);
        foreach (var node in reached)
        {
            if (last >= 0 && last != node)
                yield return (last, node);
            if (!_isFramework[node] && lastOutside >= 0 && lastOutside != node)
                yield return (lastOutside, node);
            yield return (-1, node);
            last = node;
            if (!_isFramework[node])
                lastOutside = node;
        }
    }

    /// <summary>What is bound, mapped or compiled has no frame of its own yet.</summary>
    private IEnumerable<int> Reached(TimeSlice slice) => slice.Use == TimeUse.Run || _paths.IsCoreLib(slice.Index) ? [] : [slice.Index];
}
