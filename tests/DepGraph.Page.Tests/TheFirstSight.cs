using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

/// <summary>What is in sight without touching anything. The drawing is too tall to be read whole.</summary>
public sealed class TheFirstSight(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Tall = MadeGraph.Of(
        ["Contoso.Orders.Api", .. Enumerable.Range(1, 70).Select(i => $"Contoso.Orders.Part{i:00}")],
        [.. Enumerable.Range(1, 70).Select(i => (0, i, Evidence.Load)), (1, 2, Evidence.Reference), (2, 3, Evidence.Reference)]);

    [BrowserFact]
    public async Task Is_the_whole_drawing_above_its_legend()
    {
        await using var page = await browser.OpenAsync(Tall);
        (await CutOffAsync(page)).ShouldBeEmpty();
        await page.TabAsync("DAG");
        (await CutOffAsync(page)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Stays_whole_when_the_window_changes()
    {
        await using var page = await browser.OpenAsync(Tall);
        foreach (var (width, height) in new[] { (1000, 500), (420, 700), (1600, 1100) })
        {
            await page.Page.SetViewportSizeAsync(width, height);
            await Settled(page);
            (await CutOffAsync(page)).ShouldBeEmpty($"at {width} x {height}");
        }
    }

    [BrowserFact]
    public async Task Is_left_as_it_is_once_the_reader_has_moved_it()
    {
        await using var page = await browser.OpenAsync(Tall);
        await page.Panel.GetByLabel("Zoom in").ClickAsync();
        var zoomed = await page.Panel.Locator(".scene").GetAttributeAsync("transform");
        await page.Page.SetViewportSizeAsync(1000, 500);
        await Settled(page);
        (await page.Panel.Locator(".scene").GetAttributeAsync("transform")).ShouldBe(zoomed);
    }

    [BrowserFact]
    public async Task Is_whole_too_in_a_tab_that_was_left_before_it_was_drawn()
    {
        await using var page = await browser.NewAsync();
        await page.Page.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => document.getElementById('tab-dag')?.click())");
        await page.Page.GotoAsync(new Uri(browser.Write(Tall)).AbsoluteUri);
        await page.IdleAsync();
        (await page.Boxes.CountAsync()).ShouldBe(Tall.Nodes.Count);
        await page.TabAsync("Graph");
        (await page.Boxes.CountAsync()).ShouldBe(Tall.Nodes.Count);
        await Settled(page);
        (await CutOffAsync(page)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Can_be_read_by_zooming_in()
    {
        await using var page = await browser.OpenAsync(Tall);
        await page.Panel.Locator(".canvas").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        for (var i = 0; i < 12; i++)
            await page.Page.Keyboard.PressAsync("+");
        (await page.Boxes.Locator(".label").First.EvaluateAsync<double>("label => label.getBoundingClientRect().height")).ShouldBeGreaterThan(12);
    }

    /// <summary>Two frames on: what watches the size of the canvas has run.</summary>
    private static Task Settled(OpenedPage page) =>
        page.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

    /// <summary>The boxes that are not whole inside the canvas, or under its legend.</summary>
    private static Task<string[]> CutOffAsync(OpenedPage page) => page.Panel.EvaluateAsync<string[]>("""
        panel => {
          const canvas = panel.querySelector('.canvas').getBoundingClientRect(), legend = panel.querySelector('.legend-keys').getBoundingClientRect();
          return [...panel.querySelectorAll('.scene .box')].filter(box => {
            const { left, right, top, bottom } = box.getBoundingClientRect();
            return left < canvas.left || right > canvas.right || top < canvas.top || bottom > legend.top;
          }).map(box => box.textContent);
        }
        """);
}
