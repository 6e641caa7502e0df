using DepGraph.Graph;
using DepGraph.Recording.Building;

namespace DepGraph.Page.Tests.Support;

/// <summary>Load graphs made by rule: names and sizes no real app at hand has.</summary>
internal static class MadeGraph
{
    /// <summary>Nodes with these ids, node 0 the root; edges by index, with evidence.</summary>
    public static LoadGraph Of(IReadOnlyList<string> ids, params (int From, int To, Evidence Evidence)[] edges)
    {
        var nodes = ids.Select((id, i) => new Node
        {
            Id = id,
            Name = id,
            Origin = i == 0 ? Origin.App : Origin.Package,
            Order = i,
            Version = "1.2.0.0",
            AtMs = 5 + i,
            BindMs = 0.25,
            MapMs = 0.25,
            RunMs = i % 7,
            Path = $"$app/{id}.dll",
            Context = id.Contains('@')
                ? id[(id.IndexOf('@') + 1)..] : null,
            Cause = i == 0 ? [] : [$"{ids[0]}!Program.Load{i}", $"{ids[0]}!Program.Main"],
        }).ToArray();
        var total = nodes.Sum(node => node.CostMs);
        var run = new Run { Outcome = RunOutcome.Ready, ReadyMs = total + 2, UnattributedMs = 2, Runtime = ".NET 10.0.12", Platform = "linux-x64" };
        return new LoadGraph(ids[0], 0, run, nodes,
            edges.Select(edge => new Edge(edge.From, edge.To, edge.Evidence, edge.Evidence == Evidence.Load ? nodes[edge.To].Cause : []))
            .ToArray(), [], [], []);
    }

    /// <summary>The same pseudo-random graph on every machine: a tree of loads, and references between what was loaded.</summary>
    public static LoadGraph Large(int nodes, int edges)
    {
        var random = new Random(20261120);
        var pairs = new Dictionary<(int, int), Evidence>();
        for (var i = 1; i < nodes; i++)
            pairs[(random.Next(Math.Max(0, i - 60), i), i)] = Evidence.Load;
        while (pairs.Count < edges)
        {
            var (from, to) = (random.Next(nodes), random.Next(nodes));
            if (from < to)
                pairs.TryAdd((from, to), pairs.Count % 4 == 0 ? Evidence.Bind : Evidence.Reference);
        }

        return Of(Enumerable.Range(0, nodes).Select(i => $"Contoso.Shop.Module{i:0000}")
            .ToArray(), pairs.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value)).ToArray());
    }
}
