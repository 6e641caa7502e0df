namespace DepGraph.Graph;

/// <summary>
/// Strongly connected components by Tarjan's algorithm in Pearce's form (D. J. Pearce, "A space-efficient algorithm for
/// finding strongly connected components", IPL 2016), without recursion: linear in nodes and edges, and a chain of a
/// million nodes is no deeper than any other graph.
/// </summary>
public static class StronglyConnectedComponents
{
    /// <summary>Finds the component of every node.</summary>
    /// <returns>For each node the number of its component. Numbers start at 0 and count up against the edges: what a component needs has a lower
    /// number.</returns>
    public static int[] Find(CompressedSparseRows graph)
    {
        var count = graph.NodeCount;
        var targets = graph.Targets;

        // 0: not seen. While a node is open: 1 + the lowest index it reaches. Once its component is complete: a number
        // counted down from the top, so that it is above every open index and compares as "not on the way".
        // It lies beside the node's row, so that looking at a node costs one miss of the cache, not two.
        var slots = new (int Rank, int Row)[count + 1];
        for (var node = 0; node <= count; node++)
            slots[node].Row = graph.Starts[node];
        var stack = new int[count];  // from the left the path that is being followed, from the right the nodes waiting for their root
        var next = new int[count];   // by depth: the next edge to follow
        var opened = new int[count]; // by depth: the index the node got when it was opened
        var (waiting, index, component) = (count, 1, count);

        for (var start = 0; start < count; start++)
        {
            if (slots[start].Rank != 0)
                continue;
            var (depth, node, edge) = (0, start, slots[start].Row);
            (stack[0], opened[0]) = (start, index);
            var lowest = slots[start].Rank = index++;
            while (true)
            {
                var child = -1;
                for (var end = slots[node + 1].Row; edge < end; edge++)
                {
                    var target = targets[edge];
                    var seen = slots[target].Rank;
                    if (seen == 0)
                    {
                        child = target;
                        break;
                    }

                    if (seen < lowest)
                        lowest = seen;
                }

                slots[node].Rank = lowest;
                if (child >= 0)
                {
                    next[depth++] = edge; // looked at once more when the child is done
                    (node, edge) = (child, slots[child].Row);
                    (stack[depth], opened[depth]) = (node, index);
                    lowest = slots[node].Rank = index++;
                    continue;
                }

                if (lowest != opened[depth])
                    stack[--waiting] = node;
                else
                {
                    var members = 1;
                    for (; waiting < count && slots[stack[waiting]].Rank >= lowest; waiting++, members++)
                        slots[stack[waiting]].Rank = component;
                    slots[node].Rank = component--;
                    index -= members;
                }

                if (--depth < 0)
                    break;
                node = stack[depth];
                (edge, lowest) = (next[depth], slots[node].Rank);
            }
        }

        var components = new int[count];
        for (var node = 0; node < count; node++)
            components[node] = count - slots[node].Rank;
        return components;
    }
}
