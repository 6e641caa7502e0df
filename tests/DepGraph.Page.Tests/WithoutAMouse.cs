using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

public sealed class WithoutAMouse(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Chain = MadeGraph.Of(["App", "Library", "Deep"], (0, 1, Evidence.Load), (1, 2, Evidence.Load));

    [BrowserFact]
    public async Task Arrow_keys_follow_the_edges_and_enter_opens_the_details()
    {
        await using var page = await browser.OpenAsync(Chain);
        await page.Panel.Locator(".canvas").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        (await FocusedAsync(page)).ShouldStartWith("Deep");
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        (await FocusedAsync(page)).ShouldStartWith("Library");
        await page.Page.Keyboard.PressAsync("Enter");
        (await page.Details.Locator("h2").TextContentAsync()).ShouldBe("Library");
        (await page.Details.EvaluateAsync<bool>("details => details === document.activeElement")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Keys_zoom_and_fit()
    {
        await using var page = await browser.OpenAsync(Chain);
        var scene = page.Panel.Locator(".scene");
        var fitted = await scene.GetAttributeAsync("transform");
        await page.Panel.Locator(".canvas").FocusAsync();
        await page.Page.Keyboard.PressAsync("+");
        await page.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        (await scene.GetAttributeAsync("transform")).ShouldNotBe(fitted);
        await page.Page.Keyboard.PressAsync("0");
        (await scene.GetAttributeAsync("transform")).ShouldBe(fitted);
    }

    [BrowserFact]
    public async Task Arrow_keys_change_the_tab()
    {
        await using var page = await browser.OpenAsync(Chain);
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Graph" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("End");
        (await page.Page.Locator("[aria-selected=true]").TextContentAsync()).ShouldBe("Load sequence");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        (await page.Page.Locator("[aria-selected=true]").TextContentAsync()).ShouldBe("Graph");
    }

    [BrowserFact]
    public async Task Every_control_has_a_name_and_the_status_is_announced()
    {
        await using var page = await browser.OpenAsync(Chain);
        var unnamed = await page.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input, [role=button], [tabindex]')]
              .filter(e => !(e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.labels?.length || e.textContent.trim()))
              .map(e => e.outerHTML.slice(0, 200))
            """);
        unnamed.ShouldBeEmpty();
        (await page.Page.Locator("#status").GetAttributeAsync("role")).ShouldBe("status");
        (await page.StatusAsync()).ShouldBe("Load graph: 3 boxes, 2 edges");
        (await page.Box("Deep").GetAttributeAsync("aria-label"))!.ShouldStartWith("Deep, package");
    }

    private static async Task<string> FocusedAsync(OpenedPage page) =>
        await page.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label') ?? ''");
}
