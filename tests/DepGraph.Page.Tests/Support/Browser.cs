using DepGraph.Graph;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Review;
using Microsoft.Playwright;

namespace DepGraph.Page.Tests.Support;

/// <summary>One Chromium for all test classes that run at the same time; each test has a page of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static int _users;
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
            return; // the tests are skipped, or say what they need
        await Gate.WaitAsync();
        try
        {
            if (_users++ > 0)
                return;
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
        }
        finally
        {
            Gate.Release();
        }
    }

    public async Task DisposeAsync()
    {
        _folder.Dispose();
        if (Chromium.Path is null)
            return;
        await Gate.WaitAsync();
        try
        {
            if (--_users > 0)
                return;
            if (_browser is not null)
                await _browser.DisposeAsync();
            _playwright?.Dispose();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Writes the page of a graph as a build does and opens it from disk.</summary>
    public Task<OpenedPage> OpenAsync(LoadGraph graph, LockFile? lockFile = null, ColorScheme scheme = ColorScheme.Light, int width = 1280) =>
        OpenAsync(Write(graph, lockFile), scheme, width);

    /// <inheritdoc cref="OpenAsync(LoadGraph, LockFile?, ColorScheme, int)"/>
    public async Task<OpenedPage> OpenAsync(string file, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var opened = await NewAsync(scheme, width);
        await opened.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await opened.IdleAsync();
        return opened;
    }

    /// <summary>An empty page.</summary>
    public async Task<OpenedPage> NewAsync(ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var browser = _browser ?? throw new InvalidOperationException("This " + Chromium.HowToGet);
        return new OpenedPage(await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme }));
    }

    /// <summary>The page of a graph on disk.</summary>
    public string Write(LoadGraph graph, LockFile? lockFile = null)
    {
        var folder = Directory.CreateDirectory(_folder[Guid.NewGuid().ToString("N")]).FullName;
        return ReportSet.Write(graph, folder, new ReportOptions { Formats = ["html"], LockFile = lockFile }).Files.Single();
    }
}
