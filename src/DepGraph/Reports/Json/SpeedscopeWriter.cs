using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>
/// Writes <c>App.speedscope.json</c> for speedscope and Perfetto, in the file format of https://www.speedscope.app/file-format-schema.json:
/// one profile of the costs by who loaded what, one of the load order by time (bind and map of each load).
/// </summary>
public static class SpeedscopeWriter
{
    private const int MaxDepth = 400; // beyond it a flame graph tells nothing, and viewers recurse

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(LoadGraph graph) => JsonFormat.Write(
        new SpeedscopeDocument(
            "https://www.speedscope.app/file-format-schema.json",
            "depgraph",
            $"{graph.App} at startup",
            0,
            new SpeedscopeShared(Frames(graph)),
            [Costs(graph), Order(graph)]),
        JsonDocuments.Default.SpeedscopeDocument);

    private static IEnumerable<SpeedscopeFrame> Frames(LoadGraph graph)
    {
        foreach (var node in graph.Nodes)
            yield return new SpeedscopeFrame(node.Id, node.Path);
        if (graph.Run.Waits.Count > 0)
            yield return new SpeedscopeFrame("waiting", null); // number graph.Nodes.Count
    }

    /// <summary>
    /// Each load from the start of its bind to its end. Loads of other threads may overlap in time: then the later one waits for the earlier, as the format
    /// knows one stack.
    /// </summary>
    private static SpeedscopeProfile Order(LoadGraph graph)
    {
        var loads = graph.Nodes.Select(node => (Start: Math.Max(0, node.AtMs - node.MapMs - node.BindMs), End: node.AtMs, node.Order))
            .Where(load => load.End > load.Start).OrderBy(load => load.Start).ThenByDescending(load => load.End).ToList();
        var end = Math.Max(graph.Run.ReadyMs, loads.Count == 0 ? 0 : loads.Max(load => load.End));
        var events = new List<SpeedscopeEvent>();
        var open = new Stack<(double End, int Order)>();
        foreach (var load in loads)
        {
            while (open.TryPeek(out var top) && top.End <= load.Start)
                Close();
            events.Add(new SpeedscopeEvent("O", load.Start, load.Order));
            open.Push((open.TryPeek(out var around) ? Math.Min(load.End, around.End) : load.End, load.Order));
        }

        while (open.Count > 0)
            Close();
        return new SpeedscopeProfile("evented", "Load order: bind and map", "milliseconds", 0, end) { Events = events };

        void Close()
        {
            var (at, order) = open.Pop();
            events.Add(new SpeedscopeEvent("C", at, order));
        }
    }

    /// <summary>
    /// One sample a node: the way of loads that led to it, weighed with its cost. One a wait: the way to the node that waits, and "waiting" on it.
    /// </summary>
    private static SpeedscopeProfile Costs(LoadGraph graph)
    {
        var loader = LoadTree.RequestersOf(graph);
        var samples = graph.Nodes.Where(node => node.CostMs > 0).Select(node => (Way: PathTo(node.Order, loader), Ms: node.CostMs))
            .Concat(graph.Run.Waits.Select(wait => (Way: PathTo(wait.Node, loader).Append(graph.Nodes.Count), wait.Ms))).ToList();
        return new SpeedscopeProfile("sampled", "Cost by who loaded it", "milliseconds", 0, samples.Sum(sample => sample.Ms))
        {
            Samples = samples.Select(sample => sample.Way),
            Weights = samples.Select(sample => sample.Ms),
        };
    }

    private static IEnumerable<int> PathTo(int node, IReadOnlyList<int> loader)
    {
        var way = new List<int>();
        for (var at = node; at >= 0 && way.Count < MaxDepth; at = loader[at])
            way.Add(at);
        return way.AsEnumerable().Reverse();
    }
}
