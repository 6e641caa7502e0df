using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class TheSameAppInTwoFolders
{
    [Fact]
    public async Task Has_one_lock_file_and_no_output_names_the_folder()
    {
        var one = await RecordInAsync("one");
        var other = await RecordInAsync("an other (2)/folder");

        other.Lock.ShouldBe(one.Lock);
        one.Lock.ShouldContain("Plugin@Host plugin Plugin.dll");
        one.Outputs.ShouldBeEmpty();
        other.Outputs.ShouldBeEmpty();
        (one.Check, other.Check).ShouldBe(("", ""));
    }

    /// <summary>The lock file of a plugin host copied into a folder, what a check against it says, and which outputs name that folder.</summary>
    private static async Task<(string Lock, string Check, string[] Outputs)> RecordInAsync(string folder)
    {
        using var temporary = new TemporaryFolder();
        var here = Path.Combine(temporary.Path, folder);
        var host = Copy(await TestApps.DllAsync("PluginHost"), Path.Combine(here, "host"));
        var plugin = Copy(await TestApps.DllAsync("Plugin"), Path.Combine(here, "host", "plug ins"));
        var output = Path.Combine(temporary.Path, "out");
        var depgraph = Path.Combine(AppContext.BaseDirectory, "depgraph.dll");
        var recorded =
            await ProgramRun.DotnetAsync([depgraph, "record", "-o", output, "--name", "Host", "--", "dotnet", host, "AllNamedAfterPaths", plugin,
            "--config=" + plugin]);
        recorded.ShouldSucceed();
        var (graph, lockFile) = (Path.Combine(output, "Host.depgraph.json"), Path.Combine(output, "depgraph.lock.json"));
        (await ProgramRun.DotnetAsync(depgraph, "lock", graph, "-o", lockFile)).ExitCode.ShouldBe(0);
        var check = await ProgramRun.DotnetAsync(depgraph, "check", graph, "--lock", lockFile);
        var naming = Directory.GetFiles(output)
            .Where(f => !f.EndsWith(".log", StringComparison.Ordinal) && File.ReadAllText(f).Contains(temporary.Path, StringComparison.Ordinal));
        return (await File.ReadAllTextAsync(lockFile), check.Text, [.. naming.Select(f => Path.GetFileName(f)!)]);
    }

    private static string Copy(string dll, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(dll)!))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        return Path.Combine(to, Path.GetFileName(dll));
    }
}
