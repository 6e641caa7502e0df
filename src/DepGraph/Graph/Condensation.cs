namespace DepGraph.Graph;

/// <summary>A strongly connected set of nodes; most have one member.</summary>
/// <param name="Name">The <see cref="Node.Id"/> of its first-loaded member.</param>
/// <param name="Members">Indexes of its nodes in load order.</param>
public sealed record Component(string Name, IReadOnlyList<int> Members);

/// <summary>The load graph with each cycle merged into one component: a graph without cycles. Which edges close a cycle: <see cref="Need"/>.</summary>
public sealed class Condensation
{
    private readonly int[] _componentOf;
    private readonly int[] _tangleOf;

    private Condensation(IReadOnlyList<Component> components, int[] componentOf, int[] tangleOf, CompressedSparseRows edges, int root)
    {
        Components = components;
        Edges = edges;
        Root = root;
        _componentOf = componentOf;
        _tangleOf = tangleOf;
    }

    /// <summary>In the load order of their first members.</summary>
    public IReadOnlyList<Component> Components { get; }

    /// <summary>Which components each component needs: no edge twice, in first-request order.</summary>
    public CompressedSparseRows Edges { get; }

    /// <summary>Index of the component that holds the entry assembly, or -1 when that was never loaded.</summary>
    public int Root { get; }

    /// <summary>Index of the component that holds a node.</summary>
    public int ComponentOf(int node) => _componentOf[node];

    /// <summary>
    /// True when the condensation has the edge: what it leads to comes before where it comes from, or both are one component. False
    /// for a lookup, and for a mere reference that would close a cycle which it must not close.
    /// </summary>
    public bool Orders(LoadGraph graph, Edge edge) => Orders(graph, edge, _tangleOf);

    /// <summary>Condenses a graph, in time linear in its nodes and edges.</summary>
    public static Condensation Of(LoadGraph graph)
    {
        var (needs, orders) = (new List<Edge>(graph.Edges.Count), new List<Edge>(graph.Edges.Count));
        foreach (var edge in graph.Edges)
        {
            if (Need.ClosesCycles(graph, edge))
                needs.Add(edge);
            if (edge.Evidence != Evidence.Lookup)
                orders.Add(edge);
        }

        var componentOf = StronglyConnectedComponents.Find(CompressedSparseRows.Of(graph.Nodes.Count, needs));
        var tangleOf = needs.Count == orders.Count ? componentOf.ToArray()
            : StronglyConnectedComponents.Find(CompressedSparseRows.Of(graph.Nodes.Count, orders));
        orders.RemoveAll(edge => !Orders(graph, edge, tangleOf));
        var members = MembersInLoadOrder(componentOf);
        var components = new Component[members.Count];
        for (var i = 0; i < components.Length; i++)
            components[i] = new Component(graph.Nodes[members[i][0]].Id, members[i]);
        var root = graph.Root < 0 ? -1 : componentOf[graph.Root];
        return new Condensation(components, componentOf, tangleOf, Distinct(orders, componentOf, components.Length), root);
    }

    private static bool Orders(LoadGraph graph, Edge edge, int[] tangleOf) =>
        Need.ClosesCycles(graph, edge) || (edge.Evidence != Evidence.Lookup && tangleOf[edge.From] != tangleOf[edge.To]);

    /// <summary>Renumbers the components by their first members and lists the members of each.</summary>
    private static List<List<int>> MembersInLoadOrder(int[] componentOf)
    {
        var members = new List<List<int>>();
        var numbers = new int[componentOf.Length];
        for (var node = 0; node < componentOf.Length; node++)
        {
            ref var number = ref numbers[componentOf[node]];
            if (number == 0)
            {
                members.Add([]);
                number = members.Count;
            }

            componentOf[node] = number - 1;
            members[number - 1].Add(node);
        }

        return members;
    }

    /// <summary>The edges between different components, each at the place where it occurs first.</summary>
    private static CompressedSparseRows Distinct(IReadOnlyList<Edge> edges, int[] componentOf, int components)
    {
        var all = new List<(int From, int To)>(edges.Count);
        foreach (var edge in edges)
        {
            var (from, to) = (componentOf[edge.From], componentOf[edge.To]);
            if (from != to)
                all.Add((from, to));
        }

        var rows = new CompressedSparseRows(components, all.ConvertAll(e => e.From).ToArray(), all.ConvertAll(e => e.To).ToArray());
        var (sources, targets) = (new List<int>(all.Count), new List<int>(all.Count));
        var seenFrom = new int[components]; // by target: 1 + the last source it was seen from
        for (var from = 0; from < components; from++)
        {
            foreach (var to in rows.Row(from))
            {
                if (seenFrom[to] == from + 1)
                    continue;
                seenFrom[to] = from + 1;
                sources.Add(from);
                targets.Add(to);
            }
        }

        return new CompressedSparseRows(components, sources.ToArray(), targets.ToArray());
    }
}
