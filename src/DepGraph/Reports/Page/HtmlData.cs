using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Reports.Page;

/// <summary>The model inside the page: the graph and all that was computed from it; only what a reader opens and shuts the page folds itself.</summary>
internal static class HtmlData
{
    public static byte[] Write(ReportSource source)
    {
        var (graph, condensation, sequence) = (source.Graph, source.Condensation, source.Sequence);
        var document = new PageDocument(
            graph.App,
            graph.Root,
            RunOf(graph.Run),
            sequence.HasTimes,
            NodesOf(source),
            graph.Edges.Select((edge, i) =>
                new PageEdge(edge.From, edge.To, JsonFormat.Name(edge.Evidence), edge.Cause, edge.Places, RetainedOf(source.Retained.OfEdge(i)))),
            Enumerable.Range(0, graph.Edges.Count).Where(edge => !condensation.Orders(graph, graph.Edges[edge])),
            ComponentsOf(source),
            source.Advice.Select(advice => new PageAdvice(advice.What, AdviceText.Saves(advice), advice.Proof)),
            graph.Initializers.Select(one => new PageInitializer(one.Method, one.Node, Time(one.AtMs), Time(one.Ms), Time(one.OwnMs), one.TouchedBy)),
            source.Findings.Select(finding => new FindingEntry(finding.Code, finding.Message)),
            source.Change is { } change ? new PageChanges(LinesOf(change), DrawingOf(change)) : null);
        return JsonSerializer.SerializeToUtf8Bytes(document, PageJson.Default.PageDocument);
    }

    private static PageRun RunOf(Run run) => new(
        JsonFormat.Name(run.Outcome),
        Time(run.ReadyMs),
        Time(run.UnattributedMs),
        Time(run.WaitingMs),
        run.Waits.Select(wait => new PageWait(Time(wait.AtMs), Time(wait.Ms), wait.Node, wait.Frames)),
        run.Count,
        run.ReadySpreadMs is { } spread ? Time(spread) : null,
        run.IsPartial,
        run.Runtime,
        run.Platform,
        run.Failure?.Summary);

    private static IEnumerable<PageNode> NodesOf(ReportSource source)
    {
        var loader = LoadTree.RequestersOf(source.Graph);
        var added = source.Change?.Diff.AllAdded.ToHashSet() ?? [];
        return source.Graph.Nodes.Select((node, i) => new PageNode(
            node.Id,
            JsonFormat.Name(node.Origin),
            node.Order,
            node.Version,
            node.Context,
            node.Path,
            node.Origin == Origin.Framework ? node.Framework : null,
            node.IsFacade,
            Time(node.AtMs),
            Time(node.BindMs),
            Time(node.MapMs),
            Time(node.RunMs),
            node.SpreadMs is { } spread ? Time(spread) : null,
            node.Cause,
            source.Condensation.ComponentOf(i),
            loader[i],
            RetainedOf(source.Retained.OfNode(i)),
            added.Contains(node.Id)));
    }

    private static PageComponent[] ComponentsOf(ReportSource source)
    {
        var (sequence, components) = (source.Sequence, new PageComponent[source.Condensation.Components.Count]);
        var cuts = source.Cuts.ToDictionary(cut => cut.Component, cut => new PageCut(cut.Edges, cut.IsLeast, cut.Others));
        for (var i = 0; i < sequence.Steps.Count; i++)
        {
            var step = sequence.Steps[i];
            components[step.Component] = new PageComponent(step.Name, step.Members, i, Time(step.CostMs),
                cuts.GetValueOrDefault(step.Component));
        }

        return components;
    }

    private static IEnumerable<PageChange> LinesOf(ReviewedChange change) =>
        ChangeLines.Of(change.Diff, change.Now, Sentences.Plain).Select(line => new PageChange(JsonFormat.Name(line.Kind), line.Title, line.Text, line.Frames));

    private static PageDrawing DrawingOf(ReviewedChange change)
    {
        var index = change.Now.Recording!.Nodes.ToDictionary(node => node.Id, node => node.Order);
        return new PageDrawing(
            change.Drawing.Nodes.Select(node => new PageDrawnNode(node.Id, JsonFormat.Name(node.Change), index.GetValueOrDefault(node.Id, -1))),
            change.Drawing.Edges.Select(edge => new PageDrawnEdge(edge.From, edge.To, JsonFormat.Name(edge.Change))));
    }

    private static PageRetained RetainedOf(Retained retained) =>
        new(AmountOf(retained.AtLeast), AmountOf(retained.AtMost), retained.IsMeasured && retained.AtMost.CostMs > 0);

    private static PageAmount AmountOf(Amount amount) => new(amount.Count, Time(amount.CostMs));

    /// <summary>Microseconds are enough for the eye and keep the page small.</summary>
    private static double Time(double ms) => Math.Round(ms, 3);
}
