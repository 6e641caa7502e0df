using DepGraph.Graph;
using DepGraph.Page.Tests.Support;

namespace DepGraph.Page.Tests;

/// <summary>The names are as long as those of real assemblies and contexts.</summary>
public sealed class NamesInThePage(Browser browser) : IClassFixture<Browser>
{
    private const string Context = "@Microsoft.CodeAnalysis.AnalyzerAssemblyLoader+DirectoryLoadContext";
    private static readonly string[] Names =
    [
        "Contoso.Orders.Api",
        "Microsoft.AspNetCore.Authentication.Cookies",
        "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
        "Microsoft.CodeAnalysis.CSharp.NetAnalyzers" + Context,
        "Microsoft.Interop.ComInterfaceGenerator" + Context,
        "Contoso.Warehouse.Shipping.Integration.Carriers.International.Abstractions",
        "NuGet.Frameworks@MSBuild plugin NuGet.Build.Tasks.Console.Something.dll",
    ];

    private static readonly LoadGraph Graph = MadeGraph.Of(Names, Enumerable.Range(1, Names.Length - 1).Select(i => (0, i, Evidence.Load)).ToArray());

    [BrowserFact]
    public async Task Stand_whole_in_their_boxes_with_the_context_below_them()
    {
        await using var page = await browser.OpenAsync(Graph);

        (await page.Boxes.Locator(".label").AllTextContentsAsync()).Order(StringComparer.Ordinal).ShouldBe(
        [
            "Contoso.Orders.Api",
            "Microsoft.AspNetCore.Authentication.Cookies",
            "Microsoft.CodeAnalysis.CSharp.NetAnalyzers",
            "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
            "Microsoft.Interop.ComInterfaceGenerator",
            "NuGet.Frameworks",
            "…Shipping.Integration.Carriers.International.Abstractions",
        ]);
        (await page.Box("Microsoft.CodeAnalysis.CSharp.NetAnalyzers").Locator(".note").TextContentAsync()).ShouldBe("@…DirectoryLoadContext · 3.5 ms");
        (await page.Box("NuGet.Frameworks").Locator(".note").TextContentAsync())!.ShouldStartWith("@MSBuild plugin NuGet…nsole.Something.dll · ");
        (await page.Box("Microsoft.CodeAnalysis.CSharp.NetAnalyzers").Locator("title").TextContentAsync()).ShouldBe(Names[3]);
    }

    [BrowserFact]
    public async Task Fit_into_their_boxes()
    {
        await using var page = await browser.OpenAsync(Graph);
        (await page.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.scene .box')].flatMap(box => [...box.querySelectorAll('text')]
              .filter(text => text.getBBox().width > box.querySelector('rect').getBBox().width).map(text => text.textContent))
            """)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Break_behind_a_dot_in_the_details_with_the_bullet_at_their_first_line()
    {
        await using var page = await browser.OpenAsync(Graph);
        var (links, broken, split, low) = await LinesAsync(page, "#details section > ul > li");

        links.ShouldBe(Names.Length - 1);
        broken.ShouldBeGreaterThan(2); // or the names are too short to show anything
        split.ShouldBe(0);
        low.ShouldBe(0);
    }

    [BrowserFact]
    public async Task Break_so_in_the_heading_the_path_and_the_frames()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.Box("…Shipping.Integration.Carriers.International.Abstractions").ClickAsync();

        (await LinesAsync(page, "#details h2")).Split.ShouldBe(0);
        (await LinesAsync(page, "#details dd")).Split.ShouldBe(0);
        (await LinesAsync(page, "#details code")).Split.ShouldBe(0);
    }

    [BrowserFact]
    public async Task Stay_inside_the_details_and_say_the_context_once()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.Box("Microsoft.CodeAnalysis.CSharp.NetAnalyzers").ClickAsync();

        (await page.Details.Locator("h2").TextContentAsync()).ShouldBe("Microsoft.CodeAnalysis.CSharp.NetAnalyzers");
        (await page.Details.Locator("h2 + p").TextContentAsync())!.ShouldEndWith("context " + Context[1..]);
        (await page.Details.EvaluateAsync<bool>("details => details.scrollWidth <= details.clientWidth")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Keep_their_last_parts_in_the_timeline()
    {
        await using var page = await browser.OpenAsync(Graph);
        await page.TabAsync("Timeline");
        (await page.Panel.Locator(".name").AllTextContentsAsync()).ShouldContain("…Diagnostics.HealthChecks.Abstractions");
        (await page.Panel.Locator(".name").EvaluateAllAsync<bool>("names => names.every(name => name.scrollWidth <= name.clientWidth)")).ShouldBeTrue();
    }

    /// <summary>
    /// How many there are, how many stand on several lines, how many have a part without a dot on two lines, and how many have their bullet below their first
    /// line.
    /// </summary>
    private static async Task<(int All, int Broken, int Split, int Low)> LinesAsync(OpenedPage page, string selector)
    {
        var counts = await page.Page.EvaluateAsync<int[]>("""
            selector => {
              const lines = node => { const range = document.createRange(); range.selectNodeContents(node);
                return new Set([...range.getClientRects()].map(rect => Math.round(rect.top))).size; };
              const words = node => node.nodeType === Node.TEXT_NODE ? [node] : [...node.childNodes].flatMap(words);
              const all = [...document.querySelectorAll(selector)].map(element => ({ element, name: element.querySelector('.link') ?? element }));
              const baseline = element => {
                const probe = document.createElement('span');
                probe.style.cssText = 'display: inline-block; width: 0; height: 0';
                element.prepend(probe);
                const { bottom } = probe.getBoundingClientRect();
                probe.remove();
                return bottom;
              };
              return [
                all.length,
                all.filter(one => lines(one.name) > 1).length,
                all.filter(one => words(one.name).some(word => !word.textContent.includes(' ') && lines(word) > 1)).length,
                all.filter(one => { const range = document.createRange(); range.selectNodeContents(words(one.name)[0]);
                  return baseline(one.element) > range.getClientRects()[0].bottom; }).length,
              ];
            }
            """, selector);
        return (counts[0], counts[1], counts[2], counts[3]);
    }
}
