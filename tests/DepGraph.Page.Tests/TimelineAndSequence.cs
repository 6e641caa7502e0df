using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

public sealed class TimelineAndSequence(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Graph = MadeGraph.Of(["App", "Zebra", "Ant"], (0, 1, Evidence.Load), (0, 2, Evidence.Load));

    [BrowserFact]
    public async Task The_timeline_stands_in_load_order_and_selects()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.TabAsync("Timeline");
        (await page.Panel.Locator(".name").AllTextContentsAsync()).ShouldBe(["App", "Zebra", "Ant"]);
        await page.Panel.GetByText("Ant", new() { Exact = true }).ClickAsync();
        (await page.Details.Locator("h2").TextContentAsync()).ShouldBe("Ant");
        (await page.Panel.Locator(".bar")
            .EvaluateAllAsync<bool>("bars => bars.every(bar => parseFloat(bar.style.left) >= 0 && parseFloat(bar.style.left) <= 100)")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task A_wait_stands_in_the_timeline_where_it_began_and_with_the_node_that_waits()
    {
        var run = Graph.Run with { ReadyMs = 2100, Waits = [new Wait(5.5, 2000, 2, ["Sockets!S.Read", "Ant!A.<b>Get", "App!Main"]), new Wait(90, 20, -1, [])] };
        await using var page = await browser.OpenAsync(Graph with { Run = run });
        (await page.Page.Locator("#summary").TextContentAsync())!.ShouldContain("2020 ms of it waiting");
        await page.TabAsync("Timeline");
        (await page.Panel.Locator(".name").AllTextContentsAsync()).ShouldBe(["App", "waiting in A.<b>Get", "Zebra", "Ant", "waiting"]);
        await page.Panel.GetByText("waiting in A.<b>Get", new() { Exact = true }).ClickAsync();
        (await page.Details.Locator("h2").TextContentAsync()).ShouldBe("Ant");
        var details = await page.Details.TextContentAsync() ?? "";
        details.ShouldContain("2000 ms beside its cost");
        details.ShouldContain("Frames that wait (2000 ms)Sockets!S.Read");
    }

    [BrowserFact]
    public async Task The_sequence_stands_leaves_first_and_sorts_by_any_column()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.TabAsync("Load sequence");
        (await NamesAsync(page)).ShouldBe(["Zebra", "Ant", "App"]);
        await page.Panel.GetByRole(AriaRole.Button, new() { Name = "Assemblies" }).ClickAsync();
        (await NamesAsync(page)).ShouldBe(["Ant", "App", "Zebra"]);
        await page.Panel.GetByRole(AriaRole.Button, new() { Name = "Cost", Exact = true }).ClickAsync();
        (await NamesAsync(page)).ShouldBe(["Ant", "Zebra", "App"]);
        (await page.Panel.Locator("th[aria-sort]").GetAttributeAsync("aria-sort")).ShouldBe("descending");
        foreach (var column in new[] { "Step", "Loaded at", "Retained", "Retained cost", "Loaded by" })
        {
            await page.Panel.GetByRole(AriaRole.Button, new() { Name = column, Exact = true }).ClickAsync();
            (await page.Panel.Locator("th[aria-sort]").TextContentAsync()).ShouldBe(column);
        }
    }

    [BrowserFact]
    public async Task The_search_filters_both()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.Page.GetByLabel("Search").FillAsync("zeb");
        await page.TabAsync("Load sequence");
        (await page.Panel.Locator("tbody tr:visible").CountAsync()).ShouldBe(1);
        await page.TabAsync("Timeline");
        (await page.Panel.Locator("li:visible").CountAsync()).ShouldBe(1);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(OpenedPage page) => await page.Panel.Locator("tbody .link").AllTextContentsAsync();
}
