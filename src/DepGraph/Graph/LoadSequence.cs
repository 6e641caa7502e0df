namespace DepGraph.Graph;

/// <summary>One step of the load sequence: a component of the condensation.</summary>
/// <param name="Component">Its index in <see cref="Condensation.Components"/>.</param>
/// <param name="Name">Name of the component.</param>
/// <param name="Members">Indexes of its nodes in load order.</param>
/// <param name="CostMs">Sum of its members' <see cref="Node.CostMs"/>; where the graph has no times, the number of members.</param>
/// <param name="LoadMs">The part of it that is bind and map, ms.</param>
public sealed record Step(int Component, string Name, IReadOnlyList<int> Members, double CostMs, double LoadMs);

/// <summary>
/// The order in which a program can be loaded bottom-up: the post-order of the condensation from the app's component,
/// leaves first, the app last. What a component needs is visited in first-request order, so the sequence is
/// deterministic and stays close to what happened.
/// <para>
/// What was loaded though no edge leads to it from the app (a requester that could not be found, an emitted
/// assembly) is visited after all that the app is known to need, in load order, as if the app needed it last. So each
/// node is in exactly one step, and the app's step is the last. For every edge A -> B between two components B's step
/// comes before A's, with one exception: an edge into the app's component from a node that the app does not reach orders
/// nothing. It cannot, as the app comes last; nor need it, as the entry assembly is in memory before all else.
/// </para>
/// </summary>
public sealed class LoadSequence
{
    private LoadSequence(IReadOnlyList<Step> steps, bool hasTimes) => (Steps, HasTimes) = (steps, hasTimes);

    /// <summary>Leaves first, the app last.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>False when no node has a time, so that costs are numbers of members.</summary>
    public bool HasTimes { get; }

    /// <inheritdoc cref="Of(LoadGraph, Condensation)"/>
    public static LoadSequence Of(LoadGraph graph) => Of(graph, Condensation.Of(graph));

    /// <summary>Makes the sequence, in time linear in nodes and edges.</summary>
    public static LoadSequence Of(LoadGraph graph, Condensation condensation)
    {
        var hasTimes = graph.Nodes.Any(node => node.CostMs > 0);
        var order = PostOrder(condensation.Edges, condensation.Root);
        return new LoadSequence(Array.ConvertAll(order, Step), hasTimes);

        Step Step(int index)
        {
            var (name, members) = condensation.Components[index];
            var load = members.Sum(node => graph.Nodes[node].BindMs + graph.Nodes[node].MapMs);
            return new Step(index, name, members, hasTimes ? Nanoseconds(load + members.Sum(node => graph.Nodes[node].RunMs))
                : members.Count, Nanoseconds(load));
        }
    }

    // The clocks of all platforms tick in whole nanoseconds or more: this drops what adding doubles made up, and nothing else.
    private static double Nanoseconds(double ms) => Math.Round(ms, 6);

    private static int[] PostOrder(CompressedSparseRows edges, int root)
    {
        var order = new List<int>(edges.NodeCount);
        var seen = new bool[edges.NodeCount];
        var path = new Stack<(int Component, int Next)>();
        if (root >= 0)
        {
            seen[root] = true; // and emitted at the very end
            foreach (var needed in edges.Row(root))
                Visit(needed);
        }

        for (var component = 0; component < edges.NodeCount; component++)
            Visit(component);
        if (root >= 0)
            order.Add(root);
        return order.ToArray();

        void Visit(int start)
        {
            if (!TryOpen(start))
                return;
            while (path.TryPop(out var top))
            {
                var row = edges.Row(top.Component);
                if (top.Next == row.Length)
                {
                    order.Add(top.Component);
                    continue;
                }

                path.Push((top.Component, top.Next + 1));
                TryOpen(row[top.Next]);
            }
        }

        bool TryOpen(int component)
        {
            if (seen[component])
                return false;
            seen[component] = true;
            path.Push((component, 0));
            return true;
        }
    }
}
