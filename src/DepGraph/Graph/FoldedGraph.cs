namespace DepGraph.Graph;

/// <summary>A node of a drawing.</summary>
/// <param name="Name">The id of the node, the name of the component, or the name of the framework it stands for.</param>
/// <param name="Members">Indexes of the nodes it stands for, in load order.</param>
/// <param name="Origin">Where they came from; for a merged cycle, what the reader owns goes first.</param>
/// <param name="IsFramework">True when it stands for the assemblies of a shared framework.</param>
/// <param name="IsApp">True when the entry assembly is in it.</param>
public sealed record FoldedNode(string Name, IReadOnlyList<int> Members, Origin Origin, bool IsFramework, bool IsApp)
{
    /// <summary>True when it stands for a merged cycle.</summary>
    public bool IsCycle => Members.Count > 1 && !IsFramework;
}

/// <summary>An edge of a drawing.</summary>
/// <param name="From">Index of a folded node.</param>
/// <param name="To">Index of a folded node.</param>
/// <param name="Evidence">The strongest evidence of the edges it stands for.</param>
/// <param name="IsCycle">True when an edge it stands for is part of a cycle.</param>
public readonly record struct FoldedEdge(int From, int To, Evidence Evidence, bool IsCycle);

/// <summary>
/// A load graph made fit to be read: each shared framework is one node, facades are passed through, and edges that a longer
/// way says already are left out. Nodes and edges stand in ordinal order of their names, so that two recordings that
/// loaded the same give the same drawing.
/// </summary>
public sealed class FoldedGraph
{
    private FoldedGraph(IReadOnlyList<FoldedNode> nodes, IReadOnlyList<FoldedEdge> edges) => (Nodes, Edges) = (nodes, edges);

    public IReadOnlyList<FoldedNode> Nodes { get; }

    public IReadOnlyList<FoldedEdge> Edges { get; }

    /// <summary>Folds the graph: cycles stay as they are, their edges are marked.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="condensation">Its condensation.</param>
    /// <param name="showFramework">Leaves the frameworks unfolded.</param>
    public static FoldedGraph OfGraph(LoadGraph graph, Condensation condensation, bool showFramework) =>
        Make(graph, condensation, Folding.OfGraph(graph, showFramework));

    /// <summary>
    /// Folds the condensation: each merged cycle is one node, and there are no cycles, also not through a framework. What orders nothing (a framework that
    /// looks something up by name) is not in it.
    /// </summary>
    /// <inheritdoc cref="OfGraph"/>
    public static FoldedGraph OfCondensation(LoadGraph graph, Condensation condensation, bool showFramework) =>
        Make(graph with { Edges = graph.Edges.Where(edge => condensation.Orders(graph, edge)).ToList() }, condensation,
            Folding.OfCondensation(graph, condensation, showFramework));

    private static FoldedGraph Make(LoadGraph graph, Condensation condensation, Folding folding)
    {
        var nodes = folding.Nodes(graph);
        var indexOf = new int[graph.Nodes.Count];
        Array.Fill(indexOf, -1); // a facade that is passed through
        for (var index = 0; index < nodes.Count; index++)
        {
            foreach (var member in nodes[index].Members)
                indexOf[member] = index;
        }

        var between = Facades.PassThrough(graph, node => indexOf[node] < 0).FindAll(edge => indexOf[edge.From] != indexOf[edge.To]);
        var edges = between
            .GroupBy(edge => (From: indexOf[edge.From], To: indexOf[edge.To]))
            .Select(group => new FoldedEdge(
                group.Key.From, group.Key.To, group.Min(edge => edge.Evidence),
                group.Any(edge => condensation.ComponentOf(edge.From) == condensation.ComponentOf(edge.To) && Need.ClosesCycles(graph, edge))))
            .OrderBy(edge => (edge.From, edge.To))
            .ToList();
        return new FoldedGraph(nodes, Reduce(nodes, edges, Loaders(nodes, between, indexOf)));
    }

    /// <summary>Who loaded each node; of a folded framework, whose assemblies many had loaded, who had the first of them loaded.</summary>
    private static HashSet<(int From, int To)> Loaders(IReadOnlyList<FoldedNode> nodes, List<Edge> between, int[] indexOf) => between
        .Where(edge => edge.Evidence == Evidence.Load)
        .GroupBy(edge => indexOf[edge.To])
        .SelectMany(loads => nodes[loads.Key].IsFramework ? [loads.MinBy(load => (load.To, indexOf[load.From]))!] : loads.AsEnumerable())
        .Select(load => (indexOf[load.From], indexOf[load.To]))
        .ToHashSet();

    /// <summary>
    /// Leaves out what a longer way says already. Edges within a cycle stay, and who loaded what, and who looks the app up, for neither is said by any way.
    /// </summary>
    private static List<FoldedEdge> Reduce(IReadOnlyList<FoldedNode> nodes, List<FoldedEdge> edges, HashSet<(int From, int To)> loaders)
    {
        var needs = edges.FindAll(edge => edge.Evidence != Evidence.Lookup);
        var component = StronglyConnectedComponents.Find(Rows(needs.Select(edge => (edge.From, edge.To))));
        var kept =
            TransitiveReduction.Find(Rows(needs.Select(edge => (component[edge.From], component[edge.To])).Where(edge => edge.Item1 != edge.Item2).Distinct()));
        return edges.FindAll(edge =>
            edge.Evidence == Evidence.Lookup
            || component[edge.From] == component[edge.To]
            || kept.Contains((component[edge.From], component[edge.To]))
            || loaders.Contains((edge.From, edge.To)));

        CompressedSparseRows Rows(IEnumerable<(int From, int To)> pairs)
        {
            var list = pairs.ToList();
            return new CompressedSparseRows(nodes.Count, list.ConvertAll(pair => pair.From).ToArray(), list.ConvertAll(pair => pair.To).ToArray());
        }
    }
}
