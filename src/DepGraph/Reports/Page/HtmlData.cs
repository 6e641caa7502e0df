using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Reports.Page;

/// <summary>The model inside the page: the graph and all that was computed from it, so that the page only draws. Compact, and safe inside a script element.</summary>
internal static class HtmlData
{
    public static byte[] Write(ReportSource source)
    {
        var (graph, condensation, sequence) = (source.Graph, source.Condensation, source.Sequence);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            graph.App,
            graph.Root,
            Run = RunOf(graph.Run),
            sequence.HasTimes,
            Nodes = NodesOf(graph, condensation, source.Retained, source.Change?.Diff),
            Edges = EdgesOf(graph, source.Retained),
            Unordered = Enumerable.Range(0, graph.Edges.Count).Where(edge => !condensation.Orders(graph, graph.Edges[edge])),
            Components = ComponentsOf(condensation, sequence),
            Findings = source.Findings.Select(finding => new { finding.Code, finding.Message }),
            Changes = source.Change is { } change ? new { Lines = HtmlChanges.Lines(change.Diff, change.Now), Graph = HtmlChanges.Drawing(change.Drawing, change.Now) } : null,
        }, Options);
    }

    // The default encoder escapes <, > and &: no name can end the script element.
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static object RunOf(Run run) => new
    {
        Outcome = JsonFormat.Name(run.Outcome),
        ReadyMs = Time(run.ReadyMs),
        UnattributedMs = Time(run.UnattributedMs),
        WaitingMs = Time(run.WaitingMs),
        Waits = run.Waits.Select(wait => new { At = Time(wait.AtMs), Ms = Time(wait.Ms), wait.Node, wait.Frames }),
        run.Count,
        ReadySpreadMs = run.ReadySpreadMs is { } spread ? Time(spread) : (double?)null,
        run.IsPartial,
        run.Runtime,
        run.Platform,
        Failure = run.Failure?.Summary,
    };

    private static object[] NodesOf(LoadGraph graph, Condensation condensation, RetainedCost retained, Diff? diff)
    {
        var loader = LoadTree.LoadersOf(graph);
        var added = diff?.AllAdded.ToHashSet() ?? [];
        return graph.Nodes.Select((node, i) => (object)new
        {
            node.Id,
            Kind = GraphJsonWriter.NodeKind,
            Origin = JsonFormat.Name(node.Origin),
            node.Order,
            node.Version,
            node.Context,
            node.Path,
            node.Framework,
            Facade = node.IsFacade,
            At = Time(node.AtMs),
            Bind = Time(node.BindMs),
            Map = Time(node.MapMs),
            Run = Time(node.RunMs),
            Spread = node.SpreadMs is { } spread ? Time(spread) : (double?)null,
            node.Cause,
            Component = condensation.ComponentOf(i),
            Loader = loader[i],
            Retained = RetainedOf(retained.OfNode(i)),
            Added = added.Contains(node.Id),
        }).ToArray();
    }

    private static IEnumerable<object> EdgesOf(LoadGraph graph, RetainedCost retained) =>
        graph.Edges.Select((edge, i) => new { edge.From, edge.To, Evidence = JsonFormat.Name(edge.Evidence), edge.Cause, Retained = RetainedOf(retained.OfEdge(i)) });

    private static object[] ComponentsOf(Condensation condensation, LoadSequence sequence)
    {
        var components = new object[condensation.Components.Count];
        for (var i = 0; i < sequence.Steps.Count; i++)
        {
            var step = sequence.Steps[i];
            components[step.Component] = new { step.Name, step.Members, Step = i, Cost = Time(step.CostMs) };
        }

        return components;
    }

    private static object RetainedOf(Retained retained) => new
    {
        Least = new { retained.AtLeast.Count, Ms = Time(retained.AtLeast.CostMs) },
        Most = new { retained.AtMost.Count, Ms = Time(retained.AtMost.CostMs) },
    };

    /// <summary>Microseconds are enough for the eye and keep the page small.</summary>
    private static double Time(double ms) => Math.Round(ms, 3);
}
