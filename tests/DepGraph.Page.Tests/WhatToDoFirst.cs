using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

public sealed class WhatToDoFirst(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Plain = MadeGraph.Of(["App", "Zebra", "Ant"], (0, 1, Evidence.Load), (0, 2, Evidence.Load));

    private static readonly LoadGraph Measured = Plain with
    {
        RetainedTimes = [new RetainedTime(0, 1, 12, 30)],
        Initializers =
        [
            new Initializer("Zebra!Zebra.Stripes..cctor", 1, 3.5, 2, 1, ["App!Program.Main"]),
            new Initializer("Ant!<b>Ant</b>..cctor", 2, 8, 9.5, 9.5, ["Zebra!Z.Run", "App!Program.Main"]),
        ],
    };

    [BrowserFact]
    public async Task Stands_at_the_head_of_the_page_with_what_it_saves()
    {
        await using var page = await browser.OpenAsync(Measured);
        (await page.Page.Locator("#notes .advice li").AllTextContentsAsync()).ShouldHaveSingleItem()
            .ShouldBe("Use Zebra after startup only, or do without it: App calls it in App!Program.Load1. Saves 12.0 to 30.0 ms.");
    }

    [BrowserFact]
    public async Task Is_not_there_where_nothing_was_measured()
    {
        await using var page = await browser.OpenAsync(Plain);
        (await page.Page.Locator("#notes .advice").CountAsync()).ShouldBe(0);
        (await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Initializers" }).CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Initializers_stand_in_a_tab_the_dearest_first_with_the_way_to_their_assembly()
    {
        await using var page = await browser.OpenAsync(Measured);
        await page.TabAsync("Initializers");
        (await page.Panel.Locator("tbody tr td:nth-child(5)").AllTextContentsAsync()).ShouldBe(["<b>Ant</b>", "Zebra.Stripes"]);
        (await page.Panel.Locator("tbody tr").First.TextContentAsync())!.ShouldContain("9.5 ms");
        await page.Panel.GetByText("Ant", new() { Exact = true }).ClickAsync();
        (await page.Details.Locator("h2").TextContentAsync()).ShouldBe("Ant");
    }
}
