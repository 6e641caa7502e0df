using System.Numerics;

namespace DepGraph.Graph;

/// <summary>Which edges of a graph without cycles a longer way already says: A -> C, where A -> B and B -> C are there.</summary>
public static class TransitiveReduction
{
    /// <summary>
    /// Finds the edges the transitive reduction keeps. It looks at 64 targets at a time, one bit each, so it takes
    /// nodes x edges / 64 steps and memory linear in the nodes.
    /// </summary>
    /// <param name="graph">A graph without cycles and without an edge twice.</param>
    /// <returns>The edges that stay, each a pair of source and target.</returns>
    /// <exception cref="ArgumentException">The graph has a cycle.</exception>
    public static HashSet<(int From, int To)> Find(CompressedSparseRows graph)
    {
        var number = StronglyConnectedComponents.Find(graph); // of single nodes: a topological order, what is needed first
        var order = new int[graph.NodeCount];
        Array.Fill(order, -1);
        for (var node = 0; node < order.Length; node++)
            order[number[node]] = order[number[node]] < 0 ? node : throw new ArgumentException("The graph has a cycle.", nameof(graph));

        var kept = new HashSet<(int, int)>();
        var reached = new ulong[graph.NodeCount];
        for (var block = 0; block < order.Length; block += 64)
        {
            for (var i = block; i < order.Length; i++)
            {
                var node = order[i];
                var (once, again, direct) = (0UL, 0UL, 0UL);
                foreach (var target in graph.Row(node))
                {
                    var position = number[target] - block;
                    if (position < 0)
                        continue; // below this block: it reaches nothing in it
                    again |= once & reached[target];
                    once |= reached[target];
                    if (position < 64)
                        direct |= 1UL << position;
                }

                for (var left = direct & ~again; left != 0; left &= left - 1)
                    kept.Add((node, order[block + BitOperations.TrailingZeroCount(left)]));
                reached[node] = once | (i - block < 64 ? 1UL << (i - block) : 0);
            }
        }

        return kept;
    }
}
