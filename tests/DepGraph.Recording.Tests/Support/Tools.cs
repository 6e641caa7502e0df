using System.Collections.Concurrent;

namespace DepGraph.Recording.Tests.Support;

/// <summary>Real .NET tools, each in one version, installed from the package registry once; later test runs find them there.</summary>
internal static class Tools
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(string Path, string Said)>>> Installed = new();

    /// <summary>The path of a tool's program. Where it cannot be installed, as without a network, the test is skipped.</summary>
    public static async Task<string> InstallAsync(string package, string version, string program)
    {
        var (path, said) = await Installed.GetOrAdd(package, _ => new Lazy<Task<(string, string)>>(() => InstallOnceAsync(package, version, program))).Value;
        Switches.GoOnOnlyIf(File.Exists(path), $"{package} {version} cannot be installed here: {said}");
        return path;
    }

    private static async Task<(string Path, string Said)> InstallOnceAsync(string package, string version, string program)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "tools", $"{package}.{version}");
        var path = Path.Combine(folder, program + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return File.Exists(path) ? (path, "")
            : (path, (await ProgramRun.DotnetAsync("tool", "install", package, "--version", version, "--tool-path", folder)).Text);
    }
}
