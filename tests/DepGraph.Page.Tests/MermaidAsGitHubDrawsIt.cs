using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using DepGraph.Reports.Markdown;
using DepGraph.Review;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

/// <summary>By the real Mermaid, with the security level GitHub uses.</summary>
public sealed class MermaidAsGitHubDrawsIt(Browser browser) : IClassFixture<Browser>
{
    [ViewerFact]
    public async Task A_real_app()
    {
        var svg = await DrawAsync(ChartOf(MetadataGraph.Of(typeof(MermaidAsGitHubDrawsIt).Assembly.Location)));
        svg.ShouldContain("DepGraph.Page.Tests");
        svg.ShouldContain("assemblies");
    }

    [ViewerFact(Slow = "Mermaid takes seconds for each drawing")]
    public async Task A_framework_that_looks_the_app_up() =>
        (await DrawAsync(ChartOf(MadeGraph.Of(["App", "Mvc"], (0, 1, Evidence.Load), (1, 0, Evidence.Lookup))))).ShouldContain("looks it up");

    [ViewerFact(Slow = "Mermaid takes seconds for each drawing")]
    public async Task A_thousand_nodes_are_cut_to_what_can_be_read()
    {
        var svg = await DrawAsync(ChartOf(MadeGraph.Large(1000, 5000)));
        svg.ShouldContain("and 950 more");
    }

    [ViewerFact(Slow = "Mermaid takes seconds for each drawing")]
    public async Task Hostile_names_stay_names()
    {
        string[] names =
            ["App", "\"><script>alert(1)</script>", "a\"]; b -> c [label=\"", "end", "`**x**`", "%%{init: {}}%%", "#quot;&lt;#60;",
            "click n0 href \"x\"", "名前"];
        var graph = MadeGraph.Of(names, Enumerable.Range(1, names.Length - 1).Select(i => (0, i, Evidence.Load)).ToArray());
        var text = await TextAsync(ChartOf(graph));
        foreach (var name in names)
            text.ShouldContain(name);
        (await DrawAsync(ChartOf(graph))).ShouldNotContain("<script");
    }

    [ViewerFact(Slow = "Mermaid takes seconds for each drawing")]
    public async Task A_change()
    {
        var old = Snapshot.Of(MadeGraph.Of(["App", "Old"], (0, 1, Evidence.Load)));
        var now = Snapshot.Of(MadeGraph.Of(["App", "New"], (0, 1, Evidence.Load)));
        var text = await TextAsync(MermaidWriter.Write(ChangeDrawing.Of(Comparison.Between(old, now), old, now)));
        text.ShouldContain("Old");
        text.ShouldContain("left");
        text.ShouldContain("New");
        text.ShouldContain("new");
    }

    private static string ChartOf(LoadGraph graph) => MermaidWriter.Write(FoldedGraph.OfGraph(graph, Condensation.Of(graph), showFramework: false));

    private async Task<string> DrawAsync(string chart) => (await EvaluateAsync(chart, "svg"))!;

    private async Task<string> TextAsync(string chart) => (await EvaluateAsync(chart, "text"))!;

    private async Task<string?> EvaluateAsync(string chart, string what)
    {
        await using var page = await browser.NewAsync();
        await page.Page.AddScriptTagAsync(new() { Path = Viewers.Mermaid });
        return await page.Page.EvaluateAsync<string>("""
            async ([chart, what]) => {
              mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
              await mermaid.parse(chart);
              const { svg } = await mermaid.render('drawn', chart);
              if (what === 'svg') return svg;
              document.body.innerHTML = svg;
              return [...document.querySelectorAll('.nodeLabel')].map(label => label.innerText).join('\n');
            }
            """, new[] { chart, what });
    }
}
