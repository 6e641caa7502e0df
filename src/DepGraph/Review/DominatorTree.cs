using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>
/// Immediate dominators: A dominates B when every way from the root to B leads through A. By Lengauer and Tarjan ("A fast
/// algorithm for finding dominators in a flowgraph", TOPLAS 1979), the simple version without recursion: edges x log nodes.
/// </summary>
public static class DominatorTree
{
    /// <summary>Finds the immediate dominator of every node.</summary>
    /// <returns>For each node its immediate dominator; -1 for the root and for what the root does not reach.</returns>
    public static int[] Find(CompressedSparseRows graph, int root)
    {
        var count = graph.NodeCount;
        var preorder = DepthFirst(graph, root, out var parent, out var number);
        var predecessors = Reversed(graph);

        // All arrays below are by depth-first number; `semi` is the number of the semidominator.
        var reached = preorder.Length;
        var (semi, label, ancestor, dominator) = (Numbers(reached), Numbers(reached), new int[reached], new int[reached]);
        Array.Fill(ancestor, -1);
        var (bucketHead, bucketNext) = (new int[reached], new int[reached]);
        Array.Fill(bucketHead, -1);
        var path = new Stack<int>();

        for (var w = reached - 1; w > 0; w--)
        {
            foreach (var predecessor in predecessors.Row(preorder[w]))
            {
                if (number[predecessor] < 0)
                    continue;
                semi[w] = Math.Min(semi[w], semi[Evaluate(number[predecessor])]);
            }

            (bucketNext[w], bucketHead[semi[w]]) = (bucketHead[semi[w]], w);
            ancestor[w] = parent[w];
            for (var v = bucketHead[parent[w]]; v >= 0; v = bucketNext[v])
            {
                var least = Evaluate(v);
                dominator[v] = semi[least] < semi[v] ? least : parent[w];
            }

            bucketHead[parent[w]] = -1;
        }

        var immediate = new int[count];
        Array.Fill(immediate, -1);
        for (var w = 1; w < reached; w++)
        {
            if (dominator[w] != semi[w])
                dominator[w] = dominator[dominator[w]];
            immediate[preorder[w]] = preorder[dominator[w]];
        }

        return immediate;

        // The node with the least semidominator on the way up from v; shortens the way for the next time.
        int Evaluate(int v)
        {
            if (ancestor[v] < 0)
                return v;
            for (var at = v; ancestor[ancestor[at]] >= 0; at = ancestor[at])
                path.Push(at);
            while (path.TryPop(out var at))
            {
                var above = ancestor[at];
                if (semi[label[above]] < semi[label[at]])
                    label[at] = label[above];
                ancestor[at] = ancestor[above];
            }

            return label[v];
        }
    }

    /// <summary>Nodes in depth-first order; <paramref name="parent"/> is by number, <paramref name="number"/> by node (-1: not reached).</summary>
    private static int[] DepthFirst(CompressedSparseRows graph, int root, out int[] parent, out int[] number)
    {
        number = new int[graph.NodeCount];
        Array.Fill(number, -1);
        parent = new int[graph.NodeCount];
        var order = new List<int> { root };
        var path = new Stack<(int Node, int Next)>();
        number[root] = 0;
        path.Push((root, 0));
        while (path.TryPop(out var top))
        {
            var row = graph.Row(top.Node);
            if (top.Next == row.Length)
                continue;
            path.Push((top.Node, top.Next + 1));
            var to = row[top.Next];
            if (number[to] >= 0)
                continue;
            number[to] = order.Count;
            parent[order.Count] = number[top.Node];
            order.Add(to);
            path.Push((to, 0));
        }

        return order.ToArray();
    }

    private static CompressedSparseRows Reversed(CompressedSparseRows graph)
    {
        var (from, to, edge) = (new int[graph.EdgeCount], new int[graph.EdgeCount], 0);
        for (var node = 0; node < graph.NodeCount; node++)
            foreach (var target in graph.Row(node))
                (from[edge], to[edge++]) = (target, node);
        return new CompressedSparseRows(graph.NodeCount, from, to);
    }

    private static int[] Numbers(int count) => Enumerable.Range(0, count).ToArray();
}
