using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Page.Tests.Support;
using DepGraph.Reports.Json;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests;

public sealed class SpeedscopeOpensIt(Browser browser) : IClassFixture<Browser>
{
    private static readonly LoadGraph Graph = MetadataGraph.Of(typeof(SpeedscopeOpensIt).Assembly.Location);

    [ViewerFact]
    public void The_file_keeps_to_the_published_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Viewers.Speedscope, "file-format-schema.json")));
        using var file = JsonDocument.Parse(SpeedscopeWriter.Write(Graph));
        new JsonSchema(schema.RootElement, isClosed: false).Errors(file.RootElement).ShouldBeEmpty();
    }

    [ViewerFact]
    public async Task The_real_speedscope_shows_the_costs()
    {
        await using var page = await browser.NewAsync();
        await page.Page.GotoAsync(new Uri(Path.Combine(Viewers.Speedscope, "index.html")).AbsoluteUri);
        await page.Page.SetInputFilesAsync("input[type=file]",
            new FilePayload { Name = "app.speedscope.json", MimeType = "application/json", Buffer = SpeedscopeWriter.Write(Graph) });
        await Assertions.Expect(page.Page.GetByText("Cost by who loaded it (1/2)")).ToBeVisibleAsync();
    }
}
