using System.Net;
using System.Text;
using DepGraph.Graph;
using DepGraph.Reports.Drawing;
using DepGraph.Text;

namespace DepGraph.Reports.Page;

/// <summary>One row of the index: a recording, and where its page lies.</summary>
/// <param name="Graph">The recording.</param>
/// <param name="Page">Relative address of its page, '/' between folders, or null when there is none.</param>
public sealed record IndexRow(LoadGraph Graph, string? Page);

/// <summary>Writes <c>index.html</c>: all projects of a solution build on one page, with links to theirs. Plain HTML, no script.</summary>
public static class IndexWriter
{
    /// <summary>The page's bytes, UTF-8.</summary>
    public static byte[] Write(string title, IReadOnlyList<IndexRow> rows)
    {
        var body = string.Concat(rows.OrderBy(row => row.Graph.App, StringComparer.Ordinal).Select(Row));
        var shared = rows.SelectMany(row => row.Graph.Nodes.Select(node => node.Id).Distinct()).GroupBy(id => id).Count(group => group.Count() == rows.Count);
        return Encoding.UTF8.GetBytes(PageResources.Fill("index.html", new Dictionary<string, string>
        {
            ["title"] = Text(title),
            ["policy"] = $"default-src 'none'; style-src '{PageResources.Hash(PageResources.Text("page.css"))}'; base-uri 'none'; form-action 'none'",
            ["style"] = PageResources.Text("page.css"),
            ["summary"] = $"{rows.Count} recordings, {shared} assemblies loaded by each",
            ["rows"] = body,
        }));
    }

    private static string Row(IndexRow row)
    {
        var graph = row.Graph;
        var name = row.Page is { } page ? $"<a href=\"{Text(string.Join('/', page.Split('/').Select(Uri.EscapeDataString)))}\">{Text(graph.App)}</a>"
            : Text(graph.App);
        var cycles = Condensation.Of(graph).Components.Count(component => component.Members.Count > 1);
        var costliest = graph.Nodes.MaxBy(node => node.CostMs);
        var findings = string.Join(", ", graph.Run.Findings.Select(finding => finding.Code).Distinct());
        string[] cells =
        [
            $"<th scope=\"row\" class=\"text\">{name}</th>",
            $"<td>{graph.Nodes.Count}</td>",
            $"<td>{Milliseconds.Of(graph.Run.ReadyMs)}{(graph.Run.IsPartial ? " (not ready)" : "")}" +
                $"{(graph.Run.WaitingMs > 0 ? $", {Milliseconds.Of(graph.Run.WaitingMs)} of it waiting" : "")}</td>",
            $"<td>{cycles}</td>",
            $"<td class=\"text\">{(costliest is { CostMs: > 0 } ? $"{Text(costliest.Id)}, {Milliseconds.Of(costliest.CostMs)}" : "")}</td>",
            $"<td class=\"text\">{Text(graph.Run.Platform ?? "")}</td>",
            $"<td class=\"text\">{Text(findings)}</td>",
        ];
        return $"<tr>{string.Concat(cells)}</tr>\n";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(OneLine.Of(text));
}
