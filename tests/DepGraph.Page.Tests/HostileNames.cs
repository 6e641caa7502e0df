using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using DepGraph.Review;

namespace DepGraph.Page.Tests;

public sealed class HostileNames(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Names =
    [
        "\"><script>alert(1)</script>",
        "</script><img src=x onerror=alert(2)>",
        "a\"]; b -> c [label=\"",
        "{{script}}{{data}}",
        "<!--",
        "' onload='alert(3)",
        "\u202Etxt.exe\u0000\u2028",
        "名前-ünïcode",
        new string('x', 5000),
    ];

    private static LoadGraph Graph => MadeGraph.Of(Names, Enumerable.Range(1, Names.Length - 1).Select(i => (0, i, Evidence.Load)).ToArray());

    [BrowserFact]
    public async Task They_are_shown_as_they_are_and_run_nothing()
    {
        await using var page = await browser.OpenAsync(Graph, LockFile.Of(MadeGraph.Of([Names[0], "Old\"><script>alert(4)</script>"], (0, 1, Evidence.Load))));
        (await page.Page.Locator("h1").TextContentAsync()).ShouldBe(Names[0]);
        (await page.Boxes.CountAsync()).ShouldBe(Names.Length);
        (await page.Box(Names[2]).CountAsync()).ShouldBe(1);
        foreach (var tab in new[] { "DAG", "Timeline", "Load sequence", "Changes" })
            await page.TabAsync(tab);
        (await page.Page.Locator("img, body script ~ script[src]").CountAsync()).ShouldBe(0);
        (await page.Page.Locator("script").CountAsync()).ShouldBe(4);
    }

    [BrowserFact]
    public async Task A_script_that_gets_into_the_page_all_the_same_does_not_run()
    {
        var file = browser.Write(Graph);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("<noscript>", "<script>document.title = 'owned'</script><noscript>"));
        var page = await browser.OpenAsync(file);
        (await page.Page.TitleAsync()).ShouldNotBe("owned");
        await page.Page.CloseAsync(); // the browser complains of the script, as it should
    }
}
