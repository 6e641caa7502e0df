namespace DepGraph.Graph;

/// <summary>
/// A directed graph over the nodes 0 .. <see cref="NodeCount"/> - 1 as two integer arrays: where each node's row starts,
/// and the targets row by row. A row keeps the order in which its edges were given.
/// </summary>
public sealed class CompressedSparseRows
{
    private readonly int[] _starts;
    private readonly int[] _targets;

    /// <summary>Sorts the edges <c>from[i] -> to[i]</c> into rows, in time linear in nodes and edges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end of an edge is not a node.</exception>
    public CompressedSparseRows(int nodeCount, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        var starts = new int[nodeCount + 1];
        foreach (var node in from)
            starts[node + 1]++;
        for (var node = 0; node < nodeCount; node++)
            starts[node + 1] += starts[node];

        // Filling moves each row's start to its end, which is the next row's start: shifting by one restores them.
        var targets = new int[from.Length];
        for (var edge = 0; edge < from.Length; edge++)
        {
            if ((uint)to[edge] >= (uint)nodeCount)
                throw new ArgumentOutOfRangeException(nameof(to), $"Edge {edge} ends at {to[edge]}, which is not a node.");
            targets[starts[from[edge]]++] = to[edge];
        }

        Array.Copy(starts, 0, starts, 1, nodeCount);
        starts[0] = 0;
        (_starts, _targets) = (starts, targets);
    }

    /// <summary>The edges of a load graph, each row in first-request order.</summary>
    public static CompressedSparseRows Of(LoadGraph graph) => Of(graph.Nodes.Count, graph.Edges);

    /// <summary>Some edges of a load graph, each row in their order.</summary>
    public static CompressedSparseRows Of(int nodeCount, IReadOnlyList<Edge> edges)
    {
        var (from, to) = (new int[edges.Count], new int[edges.Count]);
        for (var edge = 0; edge < from.Length; edge++)
            (from[edge], to[edge]) = (edges[edge].From, edges[edge].To);
        return new CompressedSparseRows(nodeCount, from, to);
    }

    public int NodeCount => _starts.Length - 1;

    public int EdgeCount => _targets.Length;

    /// <summary>The nodes that <paramref name="node"/> needs.</summary>
    public ReadOnlySpan<int> Row(int node) => _targets.AsSpan(_starts[node], _starts[node + 1] - _starts[node]);

    /// <summary>For each node where its row starts in <see cref="Targets"/>; one entry more than there are nodes.</summary>
    internal ReadOnlySpan<int> Starts => _starts;

    internal ReadOnlySpan<int> Targets => _targets;
}
