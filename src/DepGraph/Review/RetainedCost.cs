using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>So many nodes, and their costs in ms.</summary>
public readonly record struct Amount(int Count, double CostMs);

/// <summary>What startup would no longer load: certainly <see cref="AtLeast"/>, by the recorded requests <see cref="AtMost"/>.</summary>
public readonly record struct Retained(Amount AtLeast, Amount AtMost)
{
    /// <summary>True when other assemblies go with it, or measured time.</summary>
    public bool IsMoreThanItself => AtMost.Count > 1 || IsMeasured && AtMost.CostMs > 0;

    /// <summary>True when an assembly or measured time goes with it.</summary>
    public bool IsMoreThanNothing => AtMost.Count > 0 || IsMeasured && AtMost.CostMs > 0;

    /// <summary>True when the times were measured (<see cref="RetainedTime"/>), and are no sums of costs.</summary>
    public bool IsMeasured { get; init; }
}

/// <summary>
/// For each node and edge of a load graph what startup would no longer load if it went: the nodes that are reached through
/// it alone (its subtree in the dominator tree).
/// <para>
/// A request for what is loaded already leaves no event, so the recorded requests alone are nearly a tree and promise too much
/// (at most); with the references among what was loaded as further ways they promise too little (at least), as many a
/// reference is never followed. A facade's references are no ways: it needs none of what it forwards to. What no recorded way
/// leads to from the entry assembly hangs on nothing but the run itself.
/// </para>
/// <para>
/// Times are the measured ones (<see cref="RetainedTime"/>) where the recording has any, else the costs of those nodes.
/// </para>
/// </summary>
public sealed class RetainedCost
{
    private readonly int _nodes;
    private readonly Dictionary<(int From, int To), int> _edges;
    private readonly bool _isMeasured;
    private readonly Amount[] _atLeast;
    private readonly Amount[] _atMost;

    private RetainedCost(LoadGraph graph, Amount[] atLeast, Amount[] atMost)
    {
        (_nodes, _atLeast, _atMost) = (graph.Nodes.Count, atLeast, atMost);
        _edges = Enumerable.Range(0, graph.Edges.Count).ToDictionary(edge => (graph.Edges[edge].From, graph.Edges[edge].To));
        _isMeasured = graph.RetainedTimes.Count > 0;
        if (_isMeasured)
            TakeMeasured(graph.RetainedTimes);
    }


    /// <summary>What would no longer be loaded without the node at this index, itself included.</summary>
    public Retained OfNode(int node) => new(_atLeast[node], _atMost[node]) { IsMeasured = _isMeasured };

    /// <summary>
    /// What would no longer be loaded without the edge at this index of <see cref="LoadGraph.Edges"/>; nothing when another way leads to its target.
    /// </summary>
    public Retained OfEdge(int edge) => OfNode(_nodes + 1 + edge);

    /// <summary>The amounts of what a measured time is about.</summary>
    internal Retained Of(RetainedTime time) => OfNode(Part(time));

    /// <summary>Computes it for all nodes and edges of a graph.</summary>
    public static RetainedCost Of(LoadGraph graph)
    {
        var starts = Starts(graph);
        return new RetainedCost(
            graph,
            Subtrees(graph, Split(graph, starts, edge => IsRecorded(edge) || (edge.Evidence == Evidence.Reference && !graph.Nodes[edge.From].IsFacade))),
            Subtrees(graph, Split(graph, starts, IsRecorded)));
    }

    private int Part(RetainedTime time) => time.From < 0 ? time.To : _nodes + 1 + _edges[(time.From, time.To)];

    private void TakeMeasured(IReadOnlyList<RetainedTime> times)
    {
        var measured = times.ToDictionary(Part);
        for (var part = 0; part < _atLeast.Length; part++)
        {
            var time = measured.GetValueOrDefault(part);
            _atLeast[part] = _atLeast[part] with { CostMs = time?.LowMs ?? 0 };
            _atMost[part] = _atMost[part] with { CostMs = time?.HighMs ?? 0 };
        }
    }

    private static bool IsRecorded(Edge edge) => edge.Evidence is not (Evidence.Reference or Evidence.Lookup);

    /// <summary>The entry assembly, and in load order whatever no recorded way leads to from what came before.</summary>
    private static List<int> Starts(LoadGraph graph)
    {
        var recorded = graph.Edges.Where(IsRecorded).ToArray();
        var rows = new CompressedSparseRows(graph.Nodes.Count, Array.ConvertAll(recorded, edge => edge.From), Array.ConvertAll(recorded, edge => edge.To));
        var starts = new List<int>();
        var reached = new bool[graph.Nodes.Count];
        if (graph.Root >= 0)
            Start(graph.Root);
        for (var node = 0; node < reached.Length; node++)
            if (!reached[node])
                Start(node);
        return starts;

        void Start(int start)
        {
            starts.Add(start);
            reached[start] = true;
            var open = new Stack<int>([start]);
            while (open.TryPop(out var node))
                foreach (var next in rows.Row(node))
                {
                    if (reached[next])
                        continue;
                    reached[next] = true;
                    open.Push(next);
                }
        }
    }

    /// <summary>The graph with a node in the middle of each edge, so that edges have dominators too, and one for the run, which needs the starts.</summary>
    private static CompressedSparseRows Split(LoadGraph graph, List<int> starts, Func<Edge, bool> isWay)
    {
        var run = graph.Nodes.Count;
        var (from, to) = (new List<int>(), new List<int>());
        foreach (var start in starts)
            Add(run, start);
        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            if (!isWay(graph.Edges[edge]))
                continue;
            Add(graph.Edges[edge].From, run + 1 + edge);
            Add(run + 1 + edge, graph.Edges[edge].To);
        }

        return new CompressedSparseRows(run + 1 + graph.Edges.Count, from.ToArray(), to.ToArray());

        void Add(int source, int target)
        {
            from.Add(source);
            to.Add(target);
        }
    }

    private static Amount[] Subtrees(LoadGraph graph, CompressedSparseRows ways)
    {
        var run = graph.Nodes.Count;
        var dominator = DominatorTree.Find(ways, run);
        var amounts = new Amount[dominator.Length];
        for (var node = 0; node < run; node++)
            amounts[node] = new(1, graph.Nodes[node].CostMs);
        foreach (var part in BottomUp(dominator, run))
        {
            ref var above = ref amounts[dominator[part]];
            above = new(above.Count + amounts[part].Count, above.CostMs + amounts[part].CostMs);
        }

        return amounts;
    }

    /// <summary>All that has a dominator, each before its own.</summary>
    private static IEnumerable<int> BottomUp(int[] dominator, int root)
    {
        var parts = Enumerable.Range(0, dominator.Length).Where(part => dominator[part] >= 0).ToArray();
        var below = new CompressedSparseRows(dominator.Length, Array.ConvertAll(parts, part => dominator[part]), parts);
        var order = new List<int>(parts.Length + 1) { root };
        for (var at = 0; at < order.Count; at++)
            order.AddRange(below.Row(order[at]).ToArray());
        return order.Skip(1).Reverse();
    }
}
