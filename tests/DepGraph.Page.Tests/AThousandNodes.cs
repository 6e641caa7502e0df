using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

public sealed class AThousandNodes(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Graph = MadeGraph.Large(1000, 5000);

    [BrowserFact]
    public async Task Are_folded_at_first_and_unfold_one_by_one()
    {
        await using var page = await browser.OpenAsync(Graph);
        var boxes = await page.Boxes.CountAsync();
        boxes.ShouldBeInRange(20, 100);
        var folded = page.Boxes.Filter(new() { Has = page.Page.Locator(".behind") }).First;
        await folded.DispatchEventAsync("dblclick");
        await page.IdleAsync();
        (await page.Boxes.CountAsync()).ShouldBeGreaterThan(boxes);
    }

    [BrowserFact(Slow = "lays a thousand nodes out")]
    public async Task The_page_answers_while_it_lays_them_all_out_and_the_layout_can_be_cancelled()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.Panel.GetByLabel("Fold what loads bring in").UncheckAsync();
        await Assertions.Expect(page.Panel.Locator(".progress")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Search").FillAsync("Module0999");
        (await page.StatusAsync()).ShouldStartWith("1 match");
        await page.Panel.GetByText("Cancel").ClickAsync();
        await page.IdleAsync();
        (await page.StatusAsync()).ShouldBe("Layout cancelled");
    }

    [BrowserFact(Slow = "lays a thousand nodes out")]
    public async Task All_of_them_can_be_drawn()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.SetAsync("Fold what loads bring in", false);
        (await page.Boxes.CountAsync()).ShouldBe(1000);
    }

    [BrowserFact(Slow = "lays a thousand nodes out")]
    public async Task The_search_brings_a_folded_one_to_light()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.Page.GetByLabel("Search").FillAsync("Module0999");
        await page.Page.GetByLabel("Search").PressAsync("Enter");
        await Assertions.Expect(page.Details.Locator("h2")).ToHaveTextAsync("Contoso.Shop.Module0999");
        await page.IdleAsync();
        (await page.Box("Contoso.Shop.Module0999").CountAsync()).ShouldBe(1);
    }
}
