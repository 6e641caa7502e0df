using System.Collections.Concurrent;
using DepGraph.Graph;
using DepGraph.Recording.Launch;

namespace DepGraph.Recording.Tests.Support;

/// <summary>Recordings made in this process.</summary>
internal static class Recorded
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<LoadGraph>>> Shared = new();

    /// <summary>Records a test app and makes its graph.</summary>
    public static async Task<LoadGraph> AppAsync(string name, params string[] arguments) =>
        await CommandAsync(["dotnet", await TestApps.DllAsync(name), .. arguments]);

    /// <summary>The same recording for every test that asks.</summary>
    public static Task<LoadGraph> OnceAsync(string name) => Shared.GetOrAdd(name, _ => new Lazy<Task<LoadGraph>>(() => AppAsync(name))).Value;

    public static Task<LoadGraph> CommandAsync(params string[] command) =>
        StartupRun.RecordAsync(new RunOptions { Command = command }, CancellationToken.None);
}
