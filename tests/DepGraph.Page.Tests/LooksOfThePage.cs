using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using DepGraph.Reports.Drawing;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

public sealed class LooksOfThePage(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Graph = MadeGraph.Of(["App", "Library"], (0, 1, Evidence.Load));

    [BrowserFact]
    public Task Text_can_be_read_on_light() => ReadableAsync(ColorScheme.Light);

    [BrowserFact]
    public Task Text_can_be_read_on_dark() => ReadableAsync(ColorScheme.Dark);

    [BrowserFact]
    public async Task A_small_window_needs_no_sideways_scrolling()
    {
        await using var page = await browser.OpenAsync(Graph, width: 360);
        (await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        (await page.Details.IsVisibleAsync()).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Print_shows_the_graph_and_no_controls()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Page.Locator("#tabs").IsVisibleAsync()).ShouldBeFalse();
        (await page.Panel.Locator(".tools").IsVisibleAsync()).ShouldBeFalse();
        (await page.Boxes.First.IsVisibleAsync()).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task A_page_written_without_Graphviz_says_so_and_shows_the_rest()
    {
        var file = browser.Write(Graph);
        var html = await File.ReadAllTextAsync(file);
        var start = html.IndexOf("id=\"graphviz\">", StringComparison.Ordinal) + "id=\"graphviz\">".Length;
        await File.WriteAllTextAsync(file, html[..start] + html[html.IndexOf("</script>", start, StringComparison.Ordinal)..]);
        await using var page = await browser.OpenAsync(file);
        (await page.Panel.TextContentAsync())!.ShouldContain("without Graphviz");
        await page.TabAsync("Load sequence");
        (await page.Panel.Locator("tbody tr").CountAsync()).ShouldBe(2);
    }

    /// <summary>WCAG 2.2, contrast (minimum): 4.5 to 1, for every colour text has on the background it stands on.</summary>
    private async Task ReadableAsync(ColorScheme scheme)
    {
        await using var page = await browser.OpenAsync(Graph, scheme: scheme);
        var poor = await page.Page.EvaluateAsync<string[]>("""
            () => {
              const style = getComputedStyle(document.documentElement);
              const light = name => {
                const hex = style.getPropertyValue(name).trim().slice(1);
                const [r, g, b] = [0, 2, 4].map(i => parseInt(hex.slice(i, i + 2), 16) / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
              const pairs = [];
              const grounds = ['page', 'raised',
                 'accent-fill', 'package-fill', 'framework-fill', 'memory-fill', 'elsewhere-fill', 'added-fill', 'removed-fill'];
              for (const text of ['--text', '--muted']) for (const on of grounds.map(name => '--' + name)) pairs.push([text, on]);
              for (const text of ['--accent', '--added', '--removed']) pairs.push([text, '--page']);
              return pairs.filter(([a, b]) => !(contrast(a, b) >= 4.5)).map(([a, b]) => `${a} on ${b}: ${contrast(a, b).toFixed(2)}`);
            }
            """);
        poor.ShouldBeEmpty();
    }
}
