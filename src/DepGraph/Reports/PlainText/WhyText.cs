using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.PlainText;

/// <summary>
/// Answers "why is it loaded" in plain lines: what happened first, hop by hop from the app with the frames of each; then a shorter way, if references know one.
/// </summary>
public static class WhyText
{
    /// <param name="graph">The graph; its children are looked into too.</param>
    /// <param name="assembly">Id or simple name of a node; case does not matter.</param>
    /// <exception cref="DepGraphException"><see cref="Codes.InvalidOption"/>: nothing of that name occurs in it.</exception>
    public static IEnumerable<string> Lines(LoadGraph graph, string assembly)
    {
        var found = WithChildren(graph).SelectMany(g => Loaded(g, Find(g, assembly))).ToList();
        if (found.Count == 0)
            found.AddRange(WithChildren(graph).SelectMany(g => NotLoaded(g, assembly)));
        if (found.Count == 0)
            throw Unknown(graph, assembly);
        return found.SelectMany((lines, index) => index == 0 ? lines : lines.Prepend(""));
    }

    private static IEnumerable<LoadGraph> WithChildren(LoadGraph graph) => graph.Children.SelectMany(WithChildren).Prepend(graph);

    private static IEnumerable<Node> Find(LoadGraph graph, string assembly)
    {
        var exact = graph.Nodes.Where(node => Same(node.Id, assembly)).ToList();
        return exact.Count > 0 ? exact : graph.Nodes.Where(node => Same(node.Name, assembly));
    }

    private static IEnumerable<IEnumerable<string>> Loaded(LoadGraph graph, IEnumerable<Node> nodes)
    {
        var retained = new Lazy<RetainedCost>(() => RetainedCost.Of(graph));
        return nodes.Select(node => Loaded(graph, node, retained));
    }

    private static IEnumerable<string> Loaded(LoadGraph graph, Node node, Lazy<RetainedCost> all)
    {
        var version = node.Version is null ? "" : $" {node.Version}";
        var waits = graph.Run.Waits.Where(wait => wait.Node == node.Order).Sum(wait => wait.Ms);
        yield return OneLine.Of($"{node.Id}{version}: number {node.Order + 1} of the {graph.Nodes.Count} that {graph.App} loads, " +
            $"cost {Milliseconds.Of(node.CostMs)}{(waits > 0 ? $", and it waits {Milliseconds.Of(waits)}" : "")}");
        if (node.Order != graph.Root && all.Value.OfNode(node.Order) is { IsMoreThanItself: true } retained)
            yield return $"Without it startup would load {Sentences.Of(retained)} less.";
        if (CutOf(graph, node) is { } cut)
            yield return cut;
        yield return "";

        var happened = LoadTree.PathTo(graph, node.Order)
            ?? ShortestPath.Find(graph, node.Order, edge => edge.Evidence is not (Evidence.Reference or Evidence.Lookup));
        var shortest = ShortestPath.Find(graph, node.Order, edge => edge.Evidence != Evidence.Lookup);
        foreach (var line in Path(graph, happened ?? shortest))
            yield return line;

        var load = graph.Edges.FirstOrDefault(edge => edge.To == node.Order && edge.Evidence == Evidence.Load);
        if (node.Order != graph.Root && (load is null || (happened ?? shortest)?.LastOrDefault() != load))
        {
            yield return "";
            foreach (var line in load is null ? Frames("Who had it loaded is not known.", node.Cause)
                : Hop($"It was loaded by {graph.Nodes[load.From].Id}", load))
                yield return line;
        }

        if (happened is null || shortest is null || shortest.Count >= happened.Count)
            yield break;
        yield return "";
        yield return "A shorter way, not the one by which it was loaded:";
        foreach (var line in Path(graph, shortest))
            yield return line;
    }

    private static string? CutOf(LoadGraph graph, Node node)
    {
        var condensation = Condensation.Of(graph);
        var members = condensation.Components[condensation.ComponentOf(node.Order)].Members;
        if (members.Count == 1)
            return null;
        var cut = CycleCut.Of(graph, condensation).First(cut => cut.Component == condensation.ComponentOf(node.Order));
        var others = members.Where(member => member != node.Order).Select(member => graph.Nodes[member].Id).ToList();
        return OneLine.Of($"It is in a cycle with {Sentences.Plain.Names(others)}; {CutText.Of(graph, cut, text => OneLine.Of(text))}.", 1000);
    }

    private static IEnumerable<string> Path(LoadGraph graph, IReadOnlyList<Edge>? path) => path is null
        ? [$"No edge leads to it from {OneLine.Of(graph.App)}."]
        : path.SelectMany(edge => Hop($"-> {graph.Nodes[edge.To].Id}", edge)).Prepend(OneLine.Of(graph.Nodes[graph.Root].Id));

    private static IEnumerable<string> Hop(string to, Edge edge) => Frames($"{OneLine.Of(to)}  ({DrawingStyle.Of(edge.Evidence).Meaning})", edge.Cause);

    private static IEnumerable<string> Frames(string heading, IReadOnlyList<string> frames) =>
        frames.Select(frame => $"     {(FrameText.IsCompiling(frame) ? "" : "at ")}{OneLine.Of(frame)}").Prepend(heading);

    private static IEnumerable<IEnumerable<string>> NotLoaded(LoadGraph graph, string assembly) => graph.NotLoaded
        .Where(reference => Same(reference.Name, assembly))
        .Select(reference => Frames(
            $"{OneLine.Of(reference.Name)} is not loaded when {OneLine.Of(graph.App)} starts. It is referenced by:",
            reference.ReferencedBy.Select(node => graph.Nodes[node].Id).ToList()).Select(line => line.Replace("     at ", "  ")));

    private static DepGraphException Unknown(LoadGraph graph, string assembly)
    {
        var names = WithChildren(graph).SelectMany(g => g.Nodes.Select(node => node.Name).Concat(g.NotLoaded.Select(reference => reference.Name)));
        var similar = SimilarNames.Find(names, assembly).Select(name => OneLine.Of(name, 80)).ToList();
        var hint = similar.Count == 0 ? "" : $" Did you mean {string.Join(", ", similar)}?";
        return new DepGraphException(Codes.InvalidOption, $"Nothing of the name \"{OneLine.Of(assembly)}\" is in the graph of {OneLine.Of(graph.App)}.{hint}");
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
