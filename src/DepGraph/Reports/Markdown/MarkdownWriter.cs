using System.Globalization;
using System.Text;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.Markdown;

/// <summary>Writes <c>App.md</c>: a summary short enough for a pull request, as GitHub renders it.</summary>
internal static class MarkdownWriter
{
    private const int MaxRows = 8, MaxCycles = 5, MaxFindings = 20;
    private const double WorthALookMs = 5, LeastPartMs = 0.05;

    /// <summary>The summary, UTF-8, '\n' at the line ends.</summary>
    public static byte[] Write(ReportSource source)
    {
        var graph = source.Graph;
        var text = new StringBuilder($"# {MarkdownText.Code(graph.App)} at startup\n\n{Summary(graph)}\n");
        if (graph.Run.IsPartial)
            text.Append(CultureInfo.InvariantCulture,
                $"\n> The run ended before it was ready{(graph.Run.Failure is { } failure ? $": {MarkdownText.LongCode(failure.Summary)}" : "")}. " +
                $"This is what was loaded until then.\n");
        text.Append(Advice(source));
        if (source.Change is { } change)
            text.Append(CultureInfo.InvariantCulture, $"\n## Changes\n\n{DiffMarkdown.Body(change.Diff, change.Now, change.Drawing)}");
        var all = source.Findings.ToList();
        if (all.Count > 0)
            text.Append(CultureInfo.InvariantCulture,
                $"\n## Findings\n\n{List(all.ConvertAll(finding => $"**{finding.Code}** {MarkdownText.LongCode(finding.Message)}"), MaxFindings)}");
        text.Append(CultureInfo.InvariantCulture, $"\n## Graph\n\n```mermaid\n{MermaidWriter.Write(source.DrawnGraph)}```\n");
        text.Append(Lines(graph)).Append(Parts(graph)).Append(Costs(graph)).Append(Waits(graph)).Append(Retained(graph, source.Retained))
            .Append(Initializers(graph)).Append(Cycles(source));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Summary(LoadGraph graph)
    {
        var run = graph.Run;
        return string.Join(" · ", new[]
        {
            $"**{graph.Nodes.Count} assemblies**",
            $"ready after **{Milliseconds.Of(run.ReadyMs)}**{Sentences.Band(run.ReadySpreadMs)}" +
                $"{(run.Count > 1 ? $" (median of {run.Count} runs)" : "")}{(run.WaitingMs > 0 ? $", {Milliseconds.Of(run.WaitingMs)} of it waiting" : "")}",
            run.Runtime is { } runtime ? MarkdownText.Code(runtime) : null,
            run.Platform is { } platform ? MarkdownText.Code(platform) : null,
        }.OfType<string>());
    }

    private static string Advice(ReportSource source) => source.Advice.Count == 0 ? ""
        : "\n## What to do first\n\n| | saves |\n|---|--:|\n" +
            string.Concat(source.Advice.Select(advice => $"| {MarkdownText.Cell(advice.What)} | {AdviceText.Saves(advice)} |\n"));

    private static string Lines(LoadGraph graph)
    {
        var rows = graph.LineCosts.Where(LineText.IsWorthTelling).Take(MaxRows)
            .Select(line => $"| {MarkdownText.Cell($"{line.File}:{line.Line}")} | {MarkdownText.Cell(LineText.Of(graph, line))} |\n").ToList();
        return rows.Count == 0 ? "" : $"\n## Lines\n\nWhat lines of the own code cost.\n\n| Line | startup |\n|---|---|\n{string.Concat(rows)}";
    }

    private static string Parts(LoadGraph graph)
    {
        var rows = TimeParts.Of(graph).Where(part => Math.Abs(part.Ms) >= LeastPartMs)
            .Select(part => $"| {part.Name} | {Milliseconds.Of(part.Ms)} |\n").ToList();
        return rows.Count < 2 ? "" : $"\n## Where the time goes\n\n| | |\n|---|--:|\n{string.Concat(rows)}";
    }

    private static string Costs(LoadGraph graph)
    {
        var top = graph.Nodes.Where(node => node.CostMs > 0).OrderByDescending(node => node.CostMs).Take(MaxRows).ToList();
        if (top.Count == 0)
            return "";
        var rows =
            top.Select(node =>
            $"| {MarkdownText.Cell(node.Id)} | {Milliseconds.Of(node.CostMs)}{Sentences.Band(node.SpreadMs)} | {Milliseconds.Of(node.BindMs + node.MapMs)} " +
                $"| {Milliseconds.Of(node.RunMs)} |\n");
        return $"\n## Top costs\n\n| Assembly | Cost | bind + map | run |\n|---|--:|--:|--:|\n{string.Concat(rows)}";
    }

    private static string Waits(LoadGraph graph)
    {
        var waits = graph.Run.Waits;
        if (waits.Count == 0)
            return "";
        var rows = waits.Take(MaxRows)
            .Select(wait =>
            $"| {Milliseconds.Of(wait.Ms)} | {(WaitText.Frames(graph, wait) is { Length: > 0 } frames ? MarkdownText.Cell(frames) : "not known")} |\n");
        var more = waits.Count > MaxRows ? $"| {Milliseconds.Of(waits.Skip(MaxRows).Sum(wait => wait.Ms))} | {waits.Count - MaxRows} more |\n" : "";
        return $"\n## Waiting\n\nNothing of the app ran or wanted to; no assembly is charged for it.\n\n| Time | in |\n|--:|---|\n{string.Concat(rows)}{more}";
    }

    /// <summary>What the reader can cut: edges out of what is not the framework's own.</summary>
    private static string Retained(LoadGraph graph, RetainedCost retained)
    {
        var top = Enumerable.Range(0, graph.Edges.Count)
            .Where(edge => graph.Nodes[graph.Edges[edge].From].Origin != Origin.Framework && retained.OfEdge(edge).IsMoreThanNothing)
            .OrderByDescending(edge => retained.OfEdge(edge).AtMost.CostMs).ThenByDescending(edge => retained.OfEdge(edge).AtMost.Count).Take(MaxRows).ToList();
        if (top.Count == 0)
            return "";
        var rows =
            top.Select(edge =>
            $"| {MarkdownText.Cell($"{graph.Nodes[graph.Edges[edge].From].Id} -> {graph.Nodes[graph.Edges[edge].To].Id}")} | " +
                $"{Sentences.Assemblies(retained.OfEdge(edge))} | {Sentences.Cost(retained.OfEdge(edge))} |\n");
        return $"\n## Retained\n\nWhat startup would save without an edge:\n\n| Without | assemblies less | less " +
            $"|\n|---|--:|--:|\n{string.Concat(rows)}";
    }

    /// <summary>Only where one is worth a look.</summary>
    private static string Initializers(LoadGraph graph)
    {
        var top = graph.Initializers.Where(one => one.Ms >= WorthALookMs).OrderByDescending(one => one.Ms).Take(MaxRows).ToList();
        if (top.Count == 0)
            return "";
        var rows = top.Select(one => $"| {MarkdownText.Cell(one.Method)} | {Milliseconds.Of(one.Ms)} | {Milliseconds.Of(one.OwnMs)} " +
            $"| {(one.TouchedBy.Count > 0 ? MarkdownText.Cell(one.TouchedBy[0]) : "not known")} |\n");
        return "\n## Initializers\n\nStatic constructors and module initializers; what each took with all it brought about, and its own part.\n\n" +
            $"| Initializer | took | its own | first touched by |\n|---|--:|--:|---|\n{string.Concat(rows)}";
    }

    private static string Cycles(ReportSource source)
    {
        if (source.Cuts.Count == 0)
            return "";
        var say = new Sentences(MarkdownText.Code);
        return $"\n## Cycles\n\n{List([.. source.Cuts.Select(Line)], MaxCycles)}";

        string Line(CycleCut cut)
        {
            var members = source.Condensation.Components[cut.Component].Members.Select(node => source.Graph.Nodes[node].Id).ToList();
            return $"{say.Names(members)}; {CutText.Of(source.Graph, cut, MarkdownText.Code)}";
        }
    }

    private static string List(List<string> items, int most) =>
        string.Concat(items.Take(most).Select(item => $"- {item}\n")) + (items.Count > most ? $"- and {items.Count - most} more\n" : "");
}
