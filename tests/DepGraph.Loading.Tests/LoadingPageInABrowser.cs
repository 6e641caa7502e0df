using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace DepGraph.Loading.Tests;

/// <summary>samples/WebLoading, built with its recording, in a real browser.</summary>
public class LoadingPageInABrowser
{
    [BrowserFact]
    public async Task Shows_a_rising_bar_with_names_and_then_the_app()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 800, Height = 500 } });
        // Every value of the bar and every name, noted by the page itself and kept over its reload.
        await page.AddInitScriptAsync("""
            addEventListener('DOMContentLoaded', () => new MutationObserver(() => sessionStorage.seen =
              (sessionStorage.seen ?? '') + document.querySelector('progress').value + ' ' + document.querySelector('p').textContent + '\n')
              .observe(document, { subtree: true, childList: true, characterData: true, attributes: true }))
            """);
        var port = FreePort();
        using var app = Process.Start(new ProcessStartInfo("dotnet", [Sample, $"{port}"]) { RedirectStandardOutput = true })!;
        _ = app.StandardOutput.ReadToEndAsync();
        try
        {
            await ConnectAsync(port);
            await page.GotoAsync($"http://127.0.0.1:{port}/");
            (await page.TitleAsync()).ShouldBe("Loading");
            await page.WaitForFunctionAsync("document.querySelector('progress')?.value > 0.3 || document.title === 'Shop'");
            await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "loading-page.png") });

            await page.WaitForSelectorAsync("#price", new() { Timeout = 60_000 });
            (await page.TextContentAsync("#price")).ShouldBe("Ten apples cost 4.50");
            var seen = (await page.EvaluateAsync<string>("sessionStorage.seen")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var values = seen.Select(line => double.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            values.ShouldBe(values.Order());
            // How much of it the browser gets to see depends on how busy the machine is.
            values.Distinct().Count().ShouldBeGreaterThan(1);
            values.ShouldAllBe(value => value < 1);
            seen.ShouldContain(line => !line.EndsWith(" ", StringComparison.Ordinal)); // a name behind the value
        }
        finally
        {
            app.Kill();
            app.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue("the app was killed");
        }
    }

    private static string Sample =>
        Repository.PathOf("samples", "WebLoading", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "WebLoading.dll");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task ConnectAsync(int port)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(20))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (DateTime.UtcNow < deadline)
            {
                // not there yet
            }
        }
    }
}
