namespace DepGraph.Graph;

/// <summary>An edge of a tangle, between two of its knots.</summary>
internal readonly record struct Arc(int From, int To, long Weight);

/// <summary>
/// A component as those see it who look for its cut: nodes that edges which cannot go tie into a cycle are one knot, edges between two knots are one arc.
/// Knots are numbered in ordinal order of their names.
/// </summary>
internal sealed class Tangle
{
    private readonly Dictionary<(int From, int To), List<int>> _edges;

    private Tangle(int count, Dictionary<(int From, int To), List<int>> edges, List<Arc> arcs, long fixedWeight, bool isWhole) =>
        (Count, _edges, Arcs, FixedWeight, IsWhole) = (count, edges, arcs, fixedWeight, isWhole);

    /// <summary>How many knots.</summary>
    public int Count { get; }

    /// <summary>In order of their ends. Those that cannot go weigh more than all others together, and close no cycle among themselves.</summary>
    public IReadOnlyList<Arc> Arcs { get; }

    /// <summary>False where a knot holds several nodes: their cycle cannot be cut.</summary>
    public bool IsWhole { get; }

    /// <summary>What an arc weighs that cannot go.</summary>
    public long FixedWeight { get; }

    /// <summary>The edges of the graph behind an arc.</summary>
    public IEnumerable<int> EdgesOf(Arc arc) => _edges[(arc.From, arc.To)];

    public static Tangle Of(LoadGraph graph, IReadOnlyList<int> members, IReadOnlyList<int> edges)
    {
        var sorted = members.OrderBy(node => graph.Nodes[node].Id, StringComparer.Ordinal).ToArray();
        var place = sorted.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
        var tied = edges.Where(edge => graph.Edges[edge].IsFixed).ToArray();
        var knotOf = StronglyConnectedComponents.Find(new CompressedSparseRows(
            sorted.Length,
            Array.ConvertAll(tied, edge => place[graph.Edges[edge].From]),
            Array.ConvertAll(tied, edge => place[graph.Edges[edge].To])));
        var numbers = new Dictionary<int, int>();
        foreach (var knot in knotOf)
            numbers.TryAdd(knot, numbers.Count);

        var between = new Dictionary<(int From, int To), List<int>>();
        foreach (var edge in edges)
        {
            var ends = (From: Knot(graph.Edges[edge].From), To: Knot(graph.Edges[edge].To));
            if (ends.From == ends.To)
                continue;
            if (!between.TryGetValue(ends, out var all))
                between.Add(ends, all = []);
            all.Add(edge);
        }

        var fixedWeight = 1 + between.Values.Where(all => !all.Exists(IsFixed)).Sum(Weight);
        var arcs = between.OrderBy(pair => pair.Key)
            .Select(pair => new Arc(pair.Key.From, pair.Key.To, pair.Value.Exists(IsFixed) ? fixedWeight : Weight(pair.Value))).ToList();
        return new Tangle(numbers.Count, between, arcs, fixedWeight, numbers.Count == sorted.Length);

        int Knot(int node) => numbers[knotOf[place[node]]];

        bool IsFixed(int edge) => graph.Edges[edge].IsFixed;

        long Weight(List<int> all) => all.Sum(edge => (long)Math.Max(1, graph.Edges[edge].Places));
    }
}
