using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using DepGraph.Review;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

public sealed class ChangesInThePage(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Before = MadeGraph.Of(["App", "Library", "Old"], (0, 1, Evidence.Load), (1, 2, Evidence.Load));
    private static readonly LoadGraph After = MadeGraph.Of(["App", "Library", "New"], (0, 1, Evidence.Load), (1, 2, Evidence.Load));

    [BrowserFact]
    public async Task What_came_and_what_left_is_said_and_drawn_with_the_way_from_the_root()
    {
        await using var page = await browser.OpenAsync(After, LockFile.Of(Before));
        await page.TabAsync("Changes");
        var text = await page.Panel.Locator(".change-list").InnerTextAsync();
        text.ShouldContain("Startup now loads New 1.2");
        text.ShouldContain("App!Program.Load2");
        text.ShouldContain("Startup no longer loads Old");
        (await page.Box("New").GetAttributeAsync("class"))!.ShouldContain("added");
        (await page.Box("Old").GetAttributeAsync("class"))!.ShouldContain("removed");
        (await page.Box("App").CountAsync()).ShouldBe(1);
        (await page.Boxes.CountAsync()).ShouldBe(4);
        (await page.Panel.Locator(".stage").BoundingBoxAsync())!.Height.ShouldBeGreaterThan(200);
        await page.Box("New").ClickAsync();
        (await page.Details.InnerTextAsync()).ShouldContain("new since the lock file");
        await page.Box("Old").ClickAsync();
        (await page.StatusAsync()).ShouldBe("Old is no longer loaded");
    }

    [BrowserFact]
    public async Task The_graph_marks_what_is_new()
    {
        await using var page = await browser.OpenAsync(After, LockFile.Of(Before));
        (await page.Box("New").Locator(".note").TextContentAsync())!.ShouldStartWith("new");
    }

    [BrowserFact]
    public async Task An_unchanged_startup_says_so_and_one_without_a_lock_file_has_no_changes()
    {
        await using var same = await browser.OpenAsync(After, LockFile.Of(After));
        await same.TabAsync("Changes (0)");
        (await same.Panel.InnerTextAsync()).ShouldContain("Startup loads what the lock file says");
        await using var alone = await browser.OpenAsync(After);
        (await alone.Page.GetByRole(AriaRole.Tab, new() { Name = "Changes" }).CountAsync()).ShouldBe(0);
    }
}
