using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>
/// One graph out of several: of the apps of a solution, or of one app on several machines. What has the same
/// <see cref="Node.Id"/> is one node, at the highest version seen; times are medians over the recordings that loaded it.
/// </summary>
public static class Merge
{
    /// <summary>Merges recordings.</summary>
    /// <param name="graphs">At least one.</param>
    /// <param name="name">Name of the result. Where the recordings are of more than one app, a node of this name needs all of them.</param>
    public static LoadGraph Of(IReadOnlyList<LoadGraph> graphs, string name)
    {
        var isOneApp = graphs.Select(graph => graph.App).Distinct().Count() == 1;
        var nodes = new List<List<Node>>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!isOneApp)
            Add(SolutionNode(name, graphs));
        foreach (var node in graphs.SelectMany(graph => graph.Nodes))
            Add(node);

        var roots = graphs.Where(graph => graph.Root >= 0).Select(graph => index[graph.Nodes[graph.Root].Id]).ToArray();
        var merged = nodes.Select((same, order) => NodeOf(same, order)).ToArray();
        var edges = EdgesOf(graphs, index, isOneApp ? [] : roots);
        return new LoadGraph(
            isOneApp ? graphs[0].App : name,
            isOneApp ? roots.FirstOrDefault(-1) : 0,
            RunOf(graphs, merged.Sum(node => node.CostMs), index),
            merged, edges,
            FailedBindsOf(graphs, index),
            NotLoadedOf(graphs, index),
            graphs.SelectMany(graph => graph.Children).ToArray())
        {
            AlsoShipped = [.. graphs.SelectMany(graph => graph.AlsoShipped).Distinct().Except(merged.Select(node => node.Name)).Order(StringComparer.Ordinal)],
        };

        void Add(Node node)
        {
            if (index.TryAdd(node.Id, nodes.Count))
                nodes.Add([]);
            nodes[index[node.Id]].Add(node);
        }
    }

    // Not to be mistaken for an assembly that has the solution's name.
    private static Node SolutionNode(string name, IReadOnlyList<LoadGraph> graphs)
    {
        var id = graphs.SelectMany(graph => graph.Nodes).Any(node => node.Id == name) ? $"{name} (solution)" : name;
        return new Node { Id = id, Name = id, Origin = Origin.App, Order = 0, LoadsByName = false };
    }

    private static Node NodeOf(List<Node> same, int order) => same[0] with
    {
        Order = order,
        Version = same.Select(node => node.Version).MaxBy(version => System.Version.TryParse(version, out var parsed) ? parsed : new System.Version(0, 0)),
        AtMs = Quantile.Median(same.Select(node => node.AtMs)),
        BindMs = Quantile.Median(same.Select(node => node.BindMs)),
        MapMs = Quantile.Median(same.Select(node => node.MapMs)),
        RunMs = Quantile.Median(same.Select(node => node.RunMs)),
        SpreadMs = null,
    };

    private static Edge[] EdgesOf(IReadOnlyList<LoadGraph> graphs, Dictionary<string, int> index, int[] roots)
    {
        var edges = new Dictionary<(int From, int To), Edge>();
        foreach (var root in roots)
            edges.TryAdd((0, root), new Edge(0, root, Evidence.Load, []));
        foreach (var graph in graphs)
        {
            foreach (var edge in graph.Edges)
            {
                var key = (index[graph.Nodes[edge.From].Id], index[graph.Nodes[edge.To].Id]);
                if (!edges.TryGetValue(key, out var known) || edge.Evidence < known.Evidence)
                    edges[key] = edge with { From = key.Item1, To = key.Item2 };
            }
        }

        return edges.Values.OrderBy(edge => edge.Evidence == Evidence.Reference).ToArray(); // stable: else in the order of their recordings
    }

    private static Run RunOf(IReadOnlyList<LoadGraph> graphs, double costMs, Dictionary<string, int> index)
    {
        var ready = Quantile.Median(graphs.Select(graph => graph.Run.ReadyMs));
        var middle = graphs.OrderBy(graph => graph.Run.WaitingMs).ElementAt((graphs.Count - 1) / 2);
        return graphs[0].Run with
        {
            ReadyMs = ready,
            UnattributedMs = ready - costMs - middle.Run.WaitingMs,
            Waits = middle.Run.Waits.Select(wait => wait with { Node = wait.Node < 0 ? -1 : index[middle.Nodes[wait.Node].Id] }).ToArray(),
            ReadySpreadMs = null,
            Count = graphs.Sum(graph => graph.Run.Count),
            EventsLost = graphs.Sum(graph => graph.Run.EventsLost),
            IsPartial = graphs.Any(graph => graph.Run.IsPartial),
            Failure = graphs.Select(graph => graph.Run.Failure).FirstOrDefault(failure => failure is not null),
            Runtime = Joined(graphs.Select(graph => graph.Run.Runtime)),
            Platform = Joined(graphs.Select(graph => graph.Run.Platform)),
            Findings = graphs.SelectMany(graph => graph.Run.Findings).Distinct().ToArray(),
        };
    }

    private static FailedBind[] FailedBindsOf(IReadOnlyList<LoadGraph> graphs, Dictionary<string, int> index) => graphs
        .SelectMany(graph => graph.FailedBinds.Select(bind => bind with { Requester = bind.Requester < 0 ? -1 : index[graph.Nodes[bind.Requester].Id] }))
        .DistinctBy(bind => (bind.Name, bind.Requester)).ToArray();

    private static UnloadedReference[] NotLoadedOf(IReadOnlyList<LoadGraph> graphs, Dictionary<string, int> index) => graphs
        .SelectMany(graph => graph.NotLoaded.SelectMany(reference => reference.ReferencedBy.Select(by => (reference.Name, By: index[graph.Nodes[by].Id]))))
        .Where(reference => !index.ContainsKey(reference.Name)) // another recording loads it
        .GroupBy(reference => reference.Name, reference => reference.By)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new UnloadedReference(group.Key, group.Distinct().Order().ToArray())).ToArray();

    private static string? Joined(IEnumerable<string?> names)
    {
        var joined = string.Join(" + ", names.OfType<string>().Distinct().Order(StringComparer.Ordinal));
        return joined.Length == 0 ? null : joined;
    }
}
