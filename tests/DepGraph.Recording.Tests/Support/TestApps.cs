using System.Collections.Concurrent;

namespace DepGraph.Recording.Tests.Support;

/// <summary>The apps of tests/apps: built together, once a test run, outside of the source tree.</summary>
internal static class TestApps
{
    private static readonly Lazy<Task> Built = new(BuildAsync);

    private static readonly ConcurrentDictionary<string, Lazy<Task>> BuiltForEarlier = new();

    private static string Output { get; } = Path.Combine(AppContext.BaseDirectory, "apps");

    private static string Sources { get; } = Repository.PathOf("tests", "apps");

    /// <summary>The app's dll, built.</summary>
    public static async Task<string> DllAsync(string name)
    {
        await Built.Value;
        return Path.Combine(Output, "bin", name, "debug", name + ".dll");
    }

    /// <summary>The program of an app that brings along the runtime of an earlier framework, such as net8.0; built.</summary>
    public static async Task<string> SelfContainedAsync(string name, string framework)
    {
        var output = Path.Combine(Output, framework);
        await BuiltForEarlier.GetOrAdd(framework,
            _ => new Lazy<Task>(() =>
            DotnetAsync(["build", Path.Combine(Sources, "earlier.slnx"), "--artifacts-path", output, $"-p:AppFramework={framework}"]))).Value;
        return Path.Combine(output, "bin", name, "debug", OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    /// <summary>The first line of an app's Program.cs that holds a text.</summary>
    public static int LineOf(string name, string text) =>
        Array.FindIndex(File.ReadAllLines(Path.Combine(Sources, name, "Program.cs")), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    /// <summary>Publishes an app into a folder of its own, which is returned.</summary>
    public static async Task<string> PublishAsync(string name, string variant, params string[] options)
    {
        await Built.Value;
        var folder = Path.Combine(Output, "publish", variant);
        await DotnetAsync(["publish", Path.Combine(Sources, name), "-o", folder, "--artifacts-path", Path.Combine(Output, variant), .. options]);
        return folder;
    }

    private static Task BuildAsync() => DotnetAsync(["build", Path.Combine(Sources, "apps.slnx"), "--artifacts-path", Output]);

    private static async Task DotnetAsync(string[] arguments)
    {
        var started = await ProgramRun.DotnetAsync([.. arguments, "-nologo", "-v:q", "-nodeReuse:false"]);
        started.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{started.Text}");
    }
}
