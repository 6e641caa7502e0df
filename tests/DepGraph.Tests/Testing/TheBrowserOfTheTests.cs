namespace DepGraph.Tests.Testing;

/// <summary>Where <see cref="Chromium"/> is looked for.</summary>
public sealed class TheBrowserOfTheTests : IDisposable
{
    private readonly TemporaryFolder _machine = new();

    public TheBrowserOfTheTests()
    {
        foreach (var file in (string[])["own/browser", "bin/google-chrome", "bin/msedge", "Applications/Chrome", "downloads/chromium-999/chrome-linux/chrome",
            "downloads/chromium-1187/chrome-linux/chrome"])
            Put(file);
    }

    [Fact]
    public void Is_the_one_that_DEPGRAPH_BROWSER_names() => Find(wanted: _machine["own/browser"]).ShouldBe(_machine["own/browser"]);

    [Fact]
    public void Is_no_other_when_that_one_is_not_there() => Find(wanted: _machine["own/gone"]).ShouldBeNull();

    [UnixFact]
    public void Else_is_the_first_of_the_usual_names_on_PATH()
    {
        Find().ShouldBe(_machine["bin/google-chrome"]);
        Put("bin/chromium");
        Find().ShouldBe(_machine["bin/chromium"]);
    }

    [Fact]
    public void Else_lies_where_it_is_usually_installed() => Find(path: null).ShouldBe(_machine["Applications/Chrome"]);

    [Fact]
    public void Else_is_the_newest_that_Playwright_downloaded() =>
        Find(path: null, isInstalled: false).ShouldBe(_machine["downloads/chromium-1187/chrome-linux/chrome"]);

    [Fact]
    public void Is_none_on_a_machine_that_has_none()
    {
        Directory.Delete(_machine["downloads"], recursive: true);
        Find(path: null, isInstalled: false).ShouldBeNull();
    }

    public void Dispose() => _machine.Dispose();

    private string? Find(string? wanted = null, string? path = "bin", bool isInstalled = true) =>
        Chromium.Find(wanted, path is null ? null : _machine[path], isInstalled ? [_machine["Applications/none"], _machine["Applications/Chrome"]]
            : [], _machine["downloads"]);

    private void Put(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_machine[file])!);
        File.WriteAllText(_machine[file], "");
    }
}
