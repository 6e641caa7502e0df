using DepGraph.Graph;

namespace DepGraph.Recording.Building;

/// <summary>Puts several recordings of one app together.</summary>
public static class SeveralRuns
{
    // Two standard deviations of the time under an edge from one start of an app to the next: measured, see docs/recording.md.
    private const double OneStartStrays = 0.1;

    /// <summary>
    /// The graph of the first run with the median times of all, and half their interquartile range as the spread. Waits are those of the run that waited
    /// neither longest nor shortest, as one wait may have other frames in other runs. What all that leaves of the time to ready is unattributed; where it comes
    /// to more, run times are scaled down to fit, and then waits. What an edge saves is told with how far so many starts stray.
    /// </summary>
    /// <param name="graphs">At least one; nodes are matched by id.</param>
    public static LoadGraph Median(IReadOnlyList<LoadGraph> graphs)
    {
        if (graphs.Count == 1)
            return graphs[0] with { RetainedTimes = RetainedTimesOf(graphs, graphs[0].Run.ReadyMs) };
        var byId = graphs.SelectMany(g => g.Nodes).ToLookup(n => n.Id);
        var ready = graphs.Select(g => g.Run.ReadyMs).ToList();
        var nodes = graphs[0].Nodes.Select(n => Median(n, [.. byId[n.Id]])).ToList();
        var readyMs = Rounded(Quantile.Median(ready));
        var still = nodes.Sum(n => n.BindMs + n.MapMs);
        var waits = Fitted(WaitsOfTheMiddle(graphs, nodes), readyMs - still);
        var scale = Math.Min(1, Math.Max(0, readyMs - still - waits.Sum(w => w.Ms)) / Math.Max(nodes.Sum(n => n.RunMs), double.Epsilon));
        if (scale < 1)
            nodes = nodes.ConvertAll(n => Fitted(n with
            {
                RunMs = Scaled(n.RunMs),
                CompileMs = Scaled(n.CompileMs),
                RecompileMs = Scaled(n.RecompileMs),
                InitializeMs = Scaled(n.InitializeMs),
            }));
        var run = graphs[0].Run with
        {
            ReadyMs = readyMs,
            RecorderMs = Rounded(Quantile.Median(graphs.Select(g => g.Run.RecorderMs))),
            ReadySpreadMs = Spread(ready),
            UnattributedMs = Math.Round(readyMs - nodes.Sum(n => n.CostMs) - waits.Sum(w => w.Ms), 3),
            Waits = waits,
            Count = graphs.Count,
            EventsLost = graphs.Max(g => g.Run.EventsLost),
        };
        return graphs[0] with
        {
            Run = run,
            Nodes = nodes,
            RetainedTimes = RetainedTimesOf(graphs, readyMs),
            Initializers = InitializersOf(graphs),
            LineCosts = LineCostsOf(graphs),
        };

        double Scaled(double ms) => Math.Floor(ms * scale * 1000) / 1000;
    }

    private static List<RetainedTime> RetainedTimesOf(IReadOnlyList<LoadGraph> graphs, double readyMs)
    {
        var strays = OneStartStrays / Math.Sqrt(graphs.Count);
        var runs = graphs.SelectMany(g => g.RetainedTimes.Select(time => (Between: Ids(g, time), Time: time))).ToLookup(t => t.Between, t => t.Time);
        return [.. graphs[0].RetainedTimes.Select(time => time with
        {
            LowMs = Rounded((1 - strays) * Quantile.Median(runs[Ids(graphs[0], time)].Select(run => run.LowMs))),
            HighMs = Rounded(Math.Min(readyMs, (1 + strays) * Quantile.Median(runs[Ids(graphs[0], time)].Select(run => run.HighMs)))),
        })];

        static (string? From, string To) Ids(LoadGraph graph, RetainedTime time) =>
            (time.From < 0 ? null : graph.Nodes[time.From].Id, graph.Nodes[time.To].Id);
    }

    private static List<Initializer> InitializersOf(IReadOnlyList<LoadGraph> graphs)
    {
        var runs = graphs.SelectMany(g => g.Initializers).ToLookup(one => one.Method);
        return [.. graphs[0].Initializers.Select(one => one with
        {
            AtMs = Rounded(Quantile.Median(runs[one.Method].Select(run => run.AtMs))),
            Ms = Rounded(Quantile.Median(runs[one.Method].Select(run => run.Ms))),
            OwnMs = Rounded(Quantile.Median(runs[one.Method].Select(run => run.OwnMs))),
        })];
    }

    private static List<LineCost> LineCostsOf(IReadOnlyList<LoadGraph> graphs)
    {
        var runs = graphs.SelectMany(g => g.LineCosts.Select(line => (Place: (g.Nodes[line.Node].Id, line.File, line.Line), Cost: line)))
            .ToLookup(line => line.Place, line => line.Cost);
        return [.. graphs[0].LineCosts.Select(line => Median(line, [.. runs[(graphs[0].Nodes[line.Node].Id, line.File, line.Line)]]))];

        static LineCost Median(LineCost line, IReadOnlyList<LineCost> runs) => line with
        {
            Ms = Rounded(Quantile.Median(runs.Select(run => run.Ms))),
            CompileMs = Rounded(Quantile.Median(runs.Select(run => run.CompileMs))),
        };
    }

    private static IEnumerable<Wait> WaitsOfTheMiddle(IReadOnlyList<LoadGraph> graphs, List<Node> nodes)
    {
        var middle = graphs.OrderBy(g => g.Run.WaitingMs).ElementAt((graphs.Count - 1) / 2);
        return middle.Run.Waits.Select(w => w with { Node = w.Node < 0 ? -1 : nodes.FindIndex(n => n.Id == middle.Nodes[w.Node].Id) });
    }

    private static List<Wait> Fitted(IEnumerable<Wait> waits, double room)
    {
        var all = waits.ToList();
        var scale = Math.Max(0, room) / Math.Max(all.Sum(w => w.Ms), double.Epsilon);
        return scale >= 1 ? all : [.. all.Select(w => w with { Ms = Math.Floor(w.Ms * scale * 1000) / 1000 }).Where(w => w.Ms > 0)];
    }

    private static Node Median(Node node, IReadOnlyList<Node> runs) => Fitted(node with
    {
        AtMs = Rounded(Quantile.Median(runs.Select(n => n.AtMs))),
        BindMs = Rounded(Quantile.Median(runs.Select(n => n.BindMs))),
        MapMs = Rounded(Quantile.Median(runs.Select(n => n.MapMs))),
        RunMs = Rounded(Quantile.Median(runs.Select(n => n.RunMs))),
        CompileMs = Rounded(Quantile.Median(runs.Select(n => n.CompileMs))),
        RecompileMs = Rounded(Quantile.Median(runs.Select(n => n.RecompileMs))),
        InitializeMs = Rounded(Quantile.Median(runs.Select(n => n.InitializeMs))),
        SpreadMs = Spread(runs.Select(n => n.CostMs)),
    });

    /// <summary>No part is more than its whole: medians may come of different runs.</summary>
    private static Node Fitted(Node node)
    {
        var compile = Math.Min(node.CompileMs, node.RunMs);
        return node with
        {
            CompileMs = compile,
            RecompileMs = Math.Min(node.RecompileMs, compile),
            InitializeMs = Rounded(Math.Min(node.InitializeMs, node.RunMs - compile)),
        };
    }

    private static double Spread(IEnumerable<double> values)
    {
        var all = values.ToList();
        return Rounded((Rounded(Quantile.Of(all, 0.75)) - Rounded(Quantile.Of(all, 0.25))) / 2);
    }

    private static double Rounded(double ms) => Math.Round(ms, 3);
}
