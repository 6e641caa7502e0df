using DepGraph.Graph;
using DepGraph.Page.Tests.Support;

namespace DepGraph.Page.Tests;

public sealed class CyclesInThePage(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Graph = MadeGraph.Of(["App", "Plugin", "Library"], (0, 1, Evidence.Load), (1, 0, Evidence.Bind), (1, 2, Evidence.Load));

    [BrowserFact]
    public async Task The_graph_frames_a_cycle()
    {
        await using var page = await browser.OpenAsync(Graph);
        (await page.Boxes.CountAsync()).ShouldBe(3);
        (await page.Panel.Locator(".cluster").CountAsync()).ShouldBe(1);
        (await page.Details.InnerTextAsync()).ShouldContain("In a cycle of 2");
    }

    [BrowserFact]
    public async Task What_breaks_a_cycle_is_told_with_what_would_do_as_well()
    {
        await using var page = await browser.OpenAsync(Graph);
        var text = await page.Details.InnerTextAsync();
        text.ShouldContain("What breaks the cycle");
        (await page.Details.Locator(".cut > li").AllInnerTextsAsync()).ShouldHaveSingleItem().ShouldStartWith("App → Plugin");
        text.ShouldContain("1 other as good");
    }

    [BrowserFact]
    public async Task The_DAG_merges_it_and_unfolds_it_again()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.TabAsync("DAG");
        (await page.Boxes.CountAsync()).ShouldBe(2);
        (await page.Box("App").Locator(".note").TextContentAsync())!.ShouldContain("cycle of 2");
        await page.Box("App").ClickAsync();
        await page.Details.GetByText("Unfold", new() { Exact = true }).ClickAsync();
        await page.IdleAsync();
        (await page.Boxes.CountAsync()).ShouldBe(3);
        await page.SetAsync("Merge cycles", false);
        await page.SetAsync("Merge cycles", true);
        (await page.Boxes.CountAsync()).ShouldBe(2);
    }

    [BrowserFact]
    public async Task A_framework_that_looks_the_app_up_is_drawn_as_that_and_is_in_no_cycle()
    {
        await using var page = await browser.OpenAsync(MadeGraph.Of(["App", "Mvc"], (0, 1, Evidence.Load), (1, 0, Evidence.Lookup)));
        (await page.Panel.Locator(".cluster").CountAsync()).ShouldBe(0);
        (await page.Panel.Locator(".scene .edge.lookup").CountAsync()).ShouldBe(1);
        await page.TabAsync("DAG");
        (await page.Boxes.CountAsync()).ShouldBe(2);
        (await page.Panel.Locator(".scene .edge").CountAsync()).ShouldBe(1);
    }
}
