namespace DepGraph.Testing;

/// <summary>The Chromium the page tests use: the one that is asked for, else one that is installed, else the one Playwright downloaded.</summary>
public static class Chromium
{
    /// <summary>What to tell who has none.</summary>
    public const string HowToGet =
        "needs Chromium, Chrome or Edge: install one (apt install chromium, brew install --cask chromium), or let DEPGRAPH_BROWSER be the path of one";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        .. from folder in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86,
            Environment.SpecialFolder.LocalApplicationData }
           from file in new[] { "Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe" }
           select System.IO.Path.Combine(Environment.GetFolderPath(folder), file),
    ];

    /// <summary>The program; null when this machine has none, or not the one that is asked for.</summary>
    public static string? Path { get; } = Find(Switches.Browser, Environment.GetEnvironmentVariable("PATH"), Places, Downloads());

    /// <summary>Looks for it.</summary>
    /// <param name="wanted">The one that is asked for: no other will do; null for any.</param>
    /// <param name="path">A list of folders as PATH is one.</param>
    /// <param name="places">Files that are looked for next.</param>
    /// <param name="downloads">The folder of Playwright's browsers; it need not be there.</param>
    public static string? Find(string? wanted, string? path, IEnumerable<string> places, string downloads) =>
        wanted is not null
            ? File.Exists(wanted) ? wanted : null
            : Names.Select(name => Programs.On(path, name)).FirstOrDefault(file => file is not null) ?? places.FirstOrDefault(File.Exists)
                ?? Downloaded(downloads);

    // chromium-1234/chrome-linux/chrome, .../chrome-win/chrome.exe, .../Chromium.app/Contents/MacOS/Chromium: the newest first.
    private static string? Downloaded(string folder) => !Directory.Exists(folder) ? null : Directory.GetDirectories(folder, "chromium-*")
        .OrderByDescending(version => int.TryParse(version[(version.LastIndexOf('-') + 1)..], out var number) ? number : 0)
        .SelectMany(version => Directory.EnumerateFiles(version, "*", SearchOption.AllDirectories))
        .FirstOrDefault(file => System.IO.Path.GetFileName(file) is "chrome" or "chrome.exe" or "Chromium");

    private static string Downloads() =>
        Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 1 } chosen ? chosen : System.IO.Path.Combine(
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache"),
        "ms-playwright");
}
