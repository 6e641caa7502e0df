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
    private readonly CallPaths _paths;
    private readonly bool[] _isFramework;
    private readonly int[] _requester; // of each node, or -1
    private readonly int _root;
    private readonly Dictionary<(int From, int To), int> _numbers = []; // of the edges
    private readonly SharedEdges _ofTypes = new();
    private readonly SharedEdges _ofMethods = new();
    private readonly SharedEdges _ofLoads = new();
    private readonly long[] _low;
    private readonly long[] _high;

    private RetainedTimes(StartupEvents startup, IReadOnlyList<TimeSlice> slices, IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges, int root)
    {
        _root = root;
        _requester = Requesters(nodes.Count, edges);
        _paths = new CallPaths(startup);
        _isFramework = [.. nodes.Select(node => node.Origin == Origin.Framework)];
        var spent = slices.Where(slice => slice.Use is not (TimeUse.Wait or TimeUse.Unattributed))
            .Select(slice => (Slice: slice, Edges: Edges(slice))).ToList();
        foreach (var (slice, under) in spent)
        {
            var path = _paths.Of(slice.Stack);
            _ofTypes.Meet(path.Types, under.All);
            _ofMethods.Meet(path.Methods, under.All);
            _ofLoads.Meet([.. path.Nodes, .. Reached(slice)], under.All);
        }

        (_low, _high) = (new long[_numbers.Count], new long[_numbers.Count]);
        foreach (var (slice, under) in spent)
            Add(slice, under.Own);
    }

    /// <summary>For each edge, and each node but the root, that has more than a trifle; edges in their order, then nodes in theirs.</summary>
    public static IReadOnlyList<RetainedTime> Of(StartupEvents startup, IReadOnlyList<TimeSlice> slices, IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges, int root)
    {
        var all = new RetainedTimes(startup, slices, nodes, edges, root);
        bool IsSeen(int node) => all._numbers.ContainsKey((-1, node));
        var into = edges.Where(edge => edge.Evidence != Evidence.Lookup).ToLookup(edge => edge.To);
        var ofEdges = edges.Where(edge => edge.Evidence != Evidence.Lookup && edge.To != root && IsSeen(edge.To)).Select(edge => all.Of(edge, into));
        var ofNodes = Enumerable.Range(0, startup.Loads.Count).Where(node => node != root && !all._paths.IsCoreLib(node) && IsSeen(node))
            .Select(node => all.Of((-1, node)));
        return [.. ofEdges.Concat(ofNodes).Where(time => time.HighMs >= LeastMs)];
    }

    private RetainedTime Of((int From, int To) edge) => new(edge.From, edge.To, _low[_numbers[edge]] / 1000.0, _high[_numbers[edge]] / 1000.0);

    /// <summary>
    /// Where nobody else asks for a node, all of its time goes with the edge, whoever called it; the low end only where nobody else refers to it.
    /// </summary>
    private RetainedTime Of(Edge edge, ILookup<int, Edge> into)
    {
        var all = Of((-1, edge.To));
        var own = _numbers.ContainsKey((edge.From, edge.To)) ? Of((edge.From, edge.To)) : all with { From = edge.From, LowMs = 0, HighMs = 0 };
        if (into[edge.To].Any(other => other.From != edge.From && other.Evidence != Evidence.Reference) || edge.Evidence == Evidence.Reference)
            return own;
        return own with { LowMs = into[edge.To].Count() == 1 ? Math.Max(own.LowMs, all.LowMs) : own.LowMs, HighMs = Math.Max(own.HighMs, all.HighMs) };
    }

    private void Add(TimeSlice slice, int[] edges)
    {
        var compiled = slice.Compiled is { } method ? _ofMethods.Of(_paths.NumbersOf(method).Method) : null;
        var own = slice.Use is TimeUse.Bind or TimeUse.Map ? _ofLoads.Of(slice.Index) : Innermost(slice) is >= 0 and var type ? _ofTypes.Of(type) : null;
        foreach (var edge in edges)
        {
            if (compiled is not null && !compiled.Contains(edge))
                continue;
            _high[edge] += slice.Length;
            if (own is null || own.Contains(edge))
                _low[edge] += slice.Length;
        }
    }

    /// <summary>The type the time is spent on, or -1.</summary>
    private int Innermost(TimeSlice slice)
    {
        if (slice.Compiled is { } method && !_paths.IsCoreLib(method.Load) && !method.Text.Contains('['))
            return _paths.NumbersOf(method).Type;
        return _paths.Of(slice.Stack).Types is [var type, ..] ? type : -1;
    }

    /// <summary>
    /// The edges on the stack, also those between which a framework calls back (LINQ, a container), and each of its nodes as reached from anywhere. The time
    /// goes with them unless the called code has called back into what had called it: that would be done without it, too.
    /// </summary>
    private (int[] All, int[] Own) Edges(TimeSlice slice)
    {
        int[] path = [.. _paths.Of(slice.Stack).Nodes, .. Reached(slice)];
        int[] nodes = path is [var outermost, ..] ? [.. RequestersOf(outermost), .. path] : path;
        var callsBack = CallsBack(nodes);
        var (all, own) = (new HashSet<int>(), new HashSet<int>());
        var (last, lastOutside) = (-1, -1);
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (last >= 0 && last != node)
                Add(last);
            if (!_isFramework[node] && lastOutside >= 0 && lastOutside != node)
                Add(lastOutside);
            Add(-1);
            last = node;
            if (!_isFramework[node])
                lastOutside = node;

            void Add(int from)
            {
                all.Add(NumberOf(from, node));
                if (!callsBack[i])
                    own.Add(NumberOf(from, node));
            }
        }

        return ([.. all], [.. own]);
    }

    /// <summary>Of each node on a stack whether further in, behind it, a node that is no framework's comes again that stands before it.</summary>
    private bool[] CallsBack(int[] nodes)
    {
        var callsBack = new bool[nodes.Length];
        var outermost = int.MaxValue; // of the nodes further in, where they stand first
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            callsBack[i] = outermost < i;
            if (!_isFramework[nodes[i]])
                outermost = Math.Min(outermost, Array.IndexOf(nodes, nodes[i]));
        }

        return callsBack;
    }

    /// <summary>
    /// What runs on a thread of its own, or after an await, has nobody on its stack who called it: it is on behalf of whoever had its outermost assembly
    /// loaded. The nodes from the root to that one.
    /// </summary>
    private IEnumerable<int> RequestersOf(int node)
    {
        var chain = new List<int>();
        while (node != _root && (node = _requester[node]) >= 0 && !chain.Contains(node))
            chain.Add(node);
        return Enumerable.Reverse(chain);
    }

    private static int[] Requesters(int count, IReadOnlyList<Edge> edges)
    {
        var requesters = new int[count];
        Array.Fill(requesters, -1);
        foreach (var edge in edges.Where(edge => edge.Evidence == Evidence.Load))
            requesters[edge.To] = edge.From;
        return requesters;
    }

    private int NumberOf(int from, int to) => _numbers.TryGetValue((from, to), out var number) ? number : _numbers[(from, to)] = _numbers.Count;

    /// <summary>What is bound, mapped or compiled has no frame of its own yet.</summary>
    private int[] Reached(TimeSlice slice) =>
        slice.Use is TimeUse.Bind or TimeUse.Map or TimeUse.Compile && (slice.Compiled?.Load ?? slice.Index) is var node && !_paths.IsCoreLib(node)
            ? [node] : [];

    /// <summary>Of each thing that is seen on stacks the edges that are on every one of them.</summary>
    private sealed class SharedEdges
    {
        private readonly Dictionary<int, int[]> _edges = [];

        /// <summary>Null where the thing was never seen.</summary>
        public int[]? Of(int thing) => _edges.GetValueOrDefault(thing);

        public void Meet(int[] things, int[] edges)
        {
            foreach (var thing in things)
            {
                if (!_edges.TryGetValue(thing, out var shared))
                    _edges[thing] = edges;
                else if (!Array.TrueForAll(shared, edge => edges.Contains(edge)))
                    _edges[thing] = Array.FindAll(shared, edge => edges.Contains(edge));
            }
        }
    }
}
