namespace DepGraph.Graph;

/// <summary>Which nodes are drawn as one: by node a fold, or null where the node is a facade that is passed through.</summary>
internal sealed class Folding
{
    private readonly Fold?[] _folds;

    private Folding(Fold?[] folds) => _folds = folds;

    /// <summary>Each node by itself, each shared framework as one.</summary>
    public static Folding OfGraph(LoadGraph graph, bool showFramework) =>
        new(graph.Nodes.Select(node => FoldOf(graph, node.Order, showFramework)).ToArray());

    /// <summary>
    /// Each merged cycle as one, each shared framework as one. Where folding a framework would close a cycle that is none (a package
    /// between two of its assemblies), the framework is drawn in layers: as many as it takes for all edges to go down.
    /// </summary>
    public static Folding OfCondensation(LoadGraph graph, Condensation condensation, bool showFramework)
    {
        var folds = condensation.Components.Select(component =>
            component.Members.Count > 1 ? new Fold(component.Name, false) : FoldOf(graph, component.Members[0], showFramework)).ToArray();
        var layers = Layers(condensation.Edges, folds.Select((fold, i) => fold ?? new Fold(condensation.Components[i].Name, false)).ToArray());
        var layered = folds.Select((fold, i) => fold is { IsFramework: true } framework ? framework with { Layer = layers[i] } : fold).ToArray();
        var numbers = layered.OfType<Fold>().Distinct().GroupBy(fold => (fold.Name, fold.IsFramework))
            .SelectMany(folds => folds.OrderBy(fold => fold.Layer).Select((fold, number) => (fold, number)))
            .ToDictionary(pair => pair.fold, pair => pair.number); // layers counted without gaps
        return new Folding(graph.Nodes.Select(node => layered[condensation.ComponentOf(node.Order)] is { } fold ? fold with { Layer = numbers[fold] }
            : (Fold?)null).ToArray());
    }

    /// <summary>The nodes of the drawing in ordinal order of their names.</summary>
    public IReadOnlyList<FoldedNode> Nodes(LoadGraph graph) =>
        graph.Nodes.Where(node => _folds[node.Order] is not null)
            .GroupBy(node => _folds[node.Order]!.Value, node => node.Order)
            .Select(fold => new FoldedNode(NameOf(fold.Key), fold.ToList(), OriginOf(graph, fold), fold.Key.IsFramework, fold.Contains(graph.Root)))
            .OrderBy(node => node.Name, StringComparer.Ordinal).ThenBy(node => node.IsFramework)
            .ToList();

    private static string NameOf(Fold fold) => fold.Layer == 0 ? fold.Name : $"{fold.Name} (layer {fold.Layer + 1})";

    private static Fold? FoldOf(LoadGraph graph, int index, bool showFramework)
    {
        var node = graph.Nodes[index];
        if (index == graph.Root)
            return new Fold(node.Id, false);
        if (!showFramework && node is { Origin: Origin.Framework, Framework: { } framework })
            return new Fold(framework, true);
        return node.IsFacade ? null : new Fold(node.Id, false);
    }

    // In a merged cycle the reader's own goes first, and a framework only where there is nothing else.
    private static Origin OriginOf(LoadGraph graph, IEnumerable<int> members) =>
        members.Select(member => graph.Nodes[member].Origin).MinBy(origin => origin == Origin.Framework ? int.MaxValue : (int)origin);

    /// <summary>
    /// For each component the number of times a way down from it changes between folds that need each other. Along an edge between
    /// two such folds it falls, so folds split by it have no cycle; where folds do not need each other it is 0 and splits nothing.
    /// </summary>
    private static int[] Layers(CompressedSparseRows edges, Fold[] folds)
    {
        var numbers = folds.Distinct().Select((fold, number) => (fold, number)).ToDictionary(pair => pair.fold, pair => pair.number);
        var foldOf = Array.ConvertAll(folds, fold => numbers[fold]);
        var (from, to) = (new List<int>(), new List<int>());
        for (var component = 0; component < foldOf.Length; component++)
        {
            foreach (var needed in edges.Row(component))
            {
                from.Add(foldOf[component]);
                to.Add(foldOf[needed]);
            }
        }

        var entangled = StronglyConnectedComponents.Find(new CompressedSparseRows(numbers.Count, from.ToArray(), to.ToArray()));
        var layers = new int[foldOf.Length];
        var position = StronglyConnectedComponents.Find(edges); // a topological order, what is needed first
        foreach (var component in Enumerable.Range(0, foldOf.Length).OrderBy(component => position[component]))
        {
            foreach (var needed in edges.Row(component))
            {
                if (entangled[foldOf[component]] != entangled[foldOf[needed]])
                    continue;
                layers[component] = Math.Max(layers[component], layers[needed] + (foldOf[component] == foldOf[needed] ? 0 : 1));
            }
        }

        return layers;
    }

    private readonly record struct Fold(string Name, bool IsFramework, int Layer = 0);
}
