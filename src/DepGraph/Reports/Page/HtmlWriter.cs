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
    private static readonly Lazy<string> Script = new(() => PageScript.Of("main.js", PageResources.Text));

    // Packed, as base64: its source holds raw control characters, which HTML does not keep.
    private static readonly Lazy<string> Graphviz = new(() =>
    {
        using var source = PageResources.Open("graphviz.js");
        if (source is null)
            return "";
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            source.CopyTo(gzip);
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

        if (Graphviz.Value.Length == 0)
            source.Note("The page draws no graph: this DepGraph was built without npm (CONTRIBUTING.md).");
        var style = PageResources.Text("page.css");
        var parts = new Dictionary<string, string>
        {
            ["title"] = WebUtility.HtmlEncode($"{OneLine.Of(source.Graph.App)}: what startup loads"),
            ["policy"] = $"default-src 'none'; script-src '{PageResources.Hash(Script.Value)}' 'wasm-unsafe-eval'; style-src '{PageResources.Hash(style)}';"
                + " worker-src blob:; base-uri 'none'; form-action 'none'",
            ["style"] = style,
            ["data"] = Encoding.UTF8.GetString(HtmlData.Write(source)),
            ["graphviz"] = Graphviz.Value,
            ["layout-worker"] = PageResources.Text("layout-worker.js"),
            ["script"] = Script.Value,
        };
        return Encoding.UTF8.GetBytes(PageResources.Fill("page.html", parts));
    }
}
