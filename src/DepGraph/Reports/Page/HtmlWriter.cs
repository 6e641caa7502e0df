using System.IO.Compression;
using System.Net;
using System.Text;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Text;

namespace DepGraph.Reports.Page;

/// <summary>
/// Writes <c>App.html</c>: one file that opens from disk and asks the network for nothing. Its sources are the files in
/// Reports/Page; Graphviz (WebAssembly) is in it where this build of DepGraph has it.
/// </summary>
internal static class HtmlWriter
{
    // In the order in which they need each other.
    private static readonly string[] Scripts =
    [
        "data.js", "elements.js", "labels.js", "state.js", "fold.js", "reduce.js", "layout.js", "graphviz-input.js", "draw.js", "pan-zoom.js",
        "drawing.js", "details.js", "graph-view.js", "timeline.js", "sequence.js", "changes.js", "tabs.js", "main.js",
    ];

    // Packed, as base64: its source holds raw control characters, which HTML does not keep.
    private static readonly Lazy<string> Graphviz = new(() =>
    {
        using var source = PageResources.Open("graphviz.js");
        if (source is null) return "";
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) source.CopyTo(gzip);
        return Convert.ToBase64String(packed.ToArray());
    });

    // A page of more would keep the browser busy for minutes.
    private const int MaxNodes = 20_000;

    /// <summary>The page's bytes, UTF-8; null for a graph too large to look at.</summary>
    public static byte[]? Write(ReportSource source)
    {
        if (source.Graph.Nodes.Count > MaxNodes)
        {
            source.Note($"No page: {source.Graph.Nodes.Count} nodes are more than a browser can draw ({MaxNodes}).");
            return null;
        }

        if (Graphviz.Value.Length == 0) source.Note("The page draws no graph: this DepGraph was built without npm (CONTRIBUTING.md).");
        var script = $"(() => {{\n\"use strict\";\n{string.Join("\n", Scripts.Select(PageResources.Text))}}})();";
        var style = PageResources.Text("page.css");
        var parts = new Dictionary<string, string>
        {
            ["title"] = WebUtility.HtmlEncode($"{OneLine.Of(source.Graph.App)}: what startup loads"),
            ["policy"] = $"default-src 'none'; script-src '{PageResources.Hash(script)}' 'wasm-unsafe-eval'; style-src '{PageResources.Hash(style)}'; worker-src blob:; base-uri 'none'; form-action 'none'",
            ["style"] = style,
            ["data"] = Encoding.UTF8.GetString(HtmlData.Write(source)),
            ["graphviz"] = Graphviz.Value,
            ["layout-worker"] = PageResources.Text("layout-worker.js"),
            ["script"] = script,
        };
        return Encoding.UTF8.GetBytes(PageResources.Fill("page.html", parts));
    }
}
