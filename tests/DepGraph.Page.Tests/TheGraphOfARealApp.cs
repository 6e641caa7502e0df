using System.Text.RegularExpressions;
using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

/// <summary>The names and references are those of this test program and of the frameworks below it.</summary>
public sealed class TheGraphOfARealApp(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Graph = MetadataGraph.Of(typeof(TheGraphOfARealApp).Assembly.Location);

    [BrowserFact]
    public async Task Opens_from_disk_with_the_frameworks_folded()
    {
        await using var page = await browser.OpenAsync(Graph);
        (await page.Page.TitleAsync()).ShouldContain("DepGraph.Page.Tests");
        (await page.Page.Locator("#summary").TextContentAsync())!.ShouldContain($"{Graph.Nodes.Count} assemblies");
        (await page.Box("Microsoft.NETCore.App").CountAsync()).ShouldBe(1);
        (await page.Box("System.Linq").CountAsync()).ShouldBe(0);
        (await page.Panel.Locator(".scene .edge").CountAsync()).ShouldBeGreaterThan(0);
    }

    [BrowserFact(Slow = "the page of a real app, seconds for each")]
    public async Task A_framework_unfolds_by_double_click_and_by_its_checkbox()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.Box("Microsoft.NETCore.App").DblClickAsync();
        await page.IdleAsync();
        (await page.Box("System.Linq").CountAsync()).ShouldBe(1);
        await page.SetAsync("Fold frameworks", false);
        await page.SetAsync("Fold frameworks", true);
        (await page.Box("System.Linq").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task An_assembly_of_an_unfolded_framework_is_no_folded_framework()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.SetAsync("Fold frameworks", false);
        await page.Box("System.Linq").ClickAsync();
        var details = await page.Details.InnerTextAsync();
        details.ShouldContain("System.Linq");
        details.ShouldNotContain("Folded framework");
    }

    [BrowserFact]
    public async Task A_click_tells_cost_path_frames_and_what_is_retained()
    {
        await using var page = await browser.OpenAsync(Graph);
        var node = Graph.Nodes.First(node => node.Origin != Origin.Framework && node.Order > 0);
        await page.Box(node.Id).ClickAsync();
        var details = await page.Details.InnerTextAsync();
        details.ShouldContain(node.Id);
        details.ShouldContain("Path from the root");
        details.ShouldContain(Graph.App);
        details.ShouldContain(node.Cause[0]);
        details.ShouldMatch(@"Cost\s+[\d.]+ ms");
        details.ShouldContain("Retained");
        (await page.Box(node.Id).GetAttributeAsync("aria-pressed")).ShouldBe("true");
    }

    [BrowserFact(Slow = "the page of a real app, seconds for each")]
    public async Task A_name_in_the_details_leads_on()
    {
        await using var page = await browser.OpenAsync(Graph);
        var first = page.Details.Locator("section .link").First;
        var name = await first.TextContentAsync();
        await first.ClickAsync();
        (await page.Details.Locator("h2").TextContentAsync()).ShouldBe(name);
    }

    [BrowserFact(Slow = "the page of a real app, seconds for each")]
    public async Task The_search_finds_unfolds_and_goes_round()
    {
        await using var page = await browser.OpenAsync(Graph);
        var search = page.Page.GetByLabel("Search");
        await page.Page.Keyboard.PressAsync("/");
        (await search.EvaluateAsync<bool>("input => input === document.activeElement")).ShouldBeTrue();
        await search.FillAsync("system.linq");
        (await page.StatusAsync()).ShouldMatch(@"^\d+ match");
        await search.PressAsync("Enter");
        await Assertions.Expect(page.Details.Locator("h2")).ToHaveTextAsync(new Regex("System.Linq"));
        await page.IdleAsync();
        (await page.Boxes.And(page.Page.Locator(".hit")).CountAsync()).ShouldBeGreaterThan(0);
        await search.PressAsync("Escape");
        (await page.Boxes.And(page.Page.Locator(".dimmed")).CountAsync()).ShouldBe(0);
    }

    [BrowserFact(Slow = "the page of a real app, seconds for each")]
    public async Task References_and_implied_edges_can_be_shown()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.SetAsync("Fold frameworks", false);
        var edges = page.Panel.Locator(".scene .edge");
        var recorded = await edges.CountAsync();
        await page.SetAsync("References", true);
        var reduced = await edges.CountAsync();
        await page.SetAsync("Hide implied edges", false);
        var all = await edges.CountAsync();
        reduced.ShouldBeGreaterThan(recorded);
        all.ShouldBeGreaterThan(reduced);
    }

    [BrowserFact]
    public async Task It_has_the_boxes_and_edges_of_the_pictures()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.SetAsync("References", true);
        var condensation = Condensation.Of(Graph);
        foreach (var showFramework in new[] { false, true })
        {
            await page.TabAsync("Graph");
            await page.SetAsync("Fold frameworks", !showFramework);
            (await DrawnAsync(page)).ShouldBe(Drawn(FoldedGraph.OfGraph(Graph, condensation, showFramework)));
            await page.TabAsync("DAG");
            await page.SetAsync("Fold frameworks", !showFramework);
            (await DrawnAsync(page)).ShouldBe(Drawn(FoldedGraph.OfCondensation(Graph, condensation, showFramework)));
        }

        static (int Boxes, int Edges) Drawn(FoldedGraph folded) => (folded.Nodes.Count, folded.Edges.Count);
        static async Task<(int Boxes, int Edges)> DrawnAsync(OpenedPage page) =>
            (await page.Boxes.CountAsync(), await page.Panel.Locator(".scene .edge").CountAsync());
    }

    [BrowserFact(Slow = "the page of a real app, seconds for each")]
    public async Task Facades_are_passed_through_until_they_are_asked_for()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.SetAsync("Fold frameworks", false);
        (await page.Box("System.Runtime").CountAsync()).ShouldBe(0);
        await page.SetAsync("Facades", true);
        (await page.Box("System.Runtime").CountAsync()).ShouldBe(1);
    }

    [BrowserFact(Slow = "the page of a real app, seconds for each")]
    public async Task It_zooms_pans_and_fits()
    {
        await using var page = await browser.OpenAsync(Graph);
        var scene = page.Panel.Locator(".scene");
        var fitted = await scene.GetAttributeAsync("transform");
        await page.Panel.GetByLabel("Zoom in").ClickAsync();
        var zoomed = await scene.GetAttributeAsync("transform");
        zoomed.ShouldNotBe(fitted);
        var area = (await page.Panel.Locator(".canvas").BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(area.X + 10, area.Y + area.Height - 10);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(area.X + 90, area.Y + area.Height - 60, new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();
        var panned = await scene.GetAttributeAsync("transform");
        panned.ShouldNotBe(zoomed);
        await page.Page.Mouse.WheelAsync(0, -240);
        await page.Panel.GetByLabel("Zoom out").ClickAsync();
        (await scene.GetAttributeAsync("transform")).ShouldNotBe(panned);
        await page.Panel.GetByText("Fit", new() { Exact = true }).ClickAsync();
        (await scene.GetAttributeAsync("transform")).ShouldBe(fitted);
    }
}
