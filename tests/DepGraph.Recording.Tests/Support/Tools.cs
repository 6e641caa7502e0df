using System.Collections.Concurrent;

namespace DepGraph.Recording.Tests.Support;

/// <summary>Real .NET tools, installed from the package registry once; later test runs find them there.</summary>
internal static class Tools
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Installed = new();

    /// <summary>The path of a tool's program.</summary>
    public static Task<string> InstallAsync(string package, string program) =>
        Installed.GetOrAdd(package, _ => new Lazy<Task<string>>(() => InstallOnceAsync(package, program))).Value;

    private static async Task<string> InstallOnceAsync(string package, string program)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "tools", package);
        var path = Path.Combine(folder, program + (OperatingSystem.IsWindows() ? ".exe" : ""));
        if (File.Exists(path)) return path;
        var started = await ProgramRun.DotnetAsync("tool", "install", package, "--tool-path", folder);
        File.Exists(path).ShouldBeTrue(started.Text);
        return path;
    }
}
