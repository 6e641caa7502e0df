using Microsoft.Playwright;

namespace DepGraph.Page.Tests.Support;

/// <summary>A page in the browser. Leaving it asserts that it logged no error and asked for nothing but itself.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come, in ms: a machine under load lays a thousand boxes out in half a minute.</summary>
    private const int Patience = 180_000;

    private readonly List<string> _complaints = [];

    static OpenedPage() => Assertions.SetDefaultExpectTimeout(Patience);

    public OpenedPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) => _complaints.Add($"dialog: {dialog.Message}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                _complaints.Add($"request: {request.Url}");
        };
    }

    public IPage Page { get; }

    public ILocator Panel => Page.Locator("[role=tabpanel]:not([hidden])");

    public ILocator Details => Page.Locator("#details");

    public ILocator Boxes => Panel.Locator(".scene .box");

    /// <summary>The drawn box whose label is exactly this.</summary>
    public ILocator Box(string label) => Boxes.Filter(new() { Has = Page.GetByText(label, new() { Exact = true }) });

    public async Task<string> StatusAsync() => await Page.Locator("#status").TextContentAsync() ?? "";

    public async Task TabAsync(string name)
    {
        await Page.GetByRole(AriaRole.Tab, new() { Name = name }).ClickAsync();
        await IdleAsync();
    }

    public async Task SetAsync(string checkbox, bool on)
    {
        await Panel.GetByLabel(checkbox).SetCheckedAsync(on);
        await IdleAsync();
    }

    /// <summary>Waits until no layout is running.</summary>
    public Task IdleAsync() => Page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        _complaints.ShouldBeEmpty();
    }
}
