using DepGraph.Recording.Processes;

namespace DepGraph.Recording.Tests.Failures;

/// <summary>What a recording may leave on the machine: processes that descend from the app, and the run's folder with the socket.</summary>
internal static class Leftovers
{
    private const string Port = "DOTNET_DiagnosticPorts=";

    /// <summary>Processes under recording whose recording is over: the run's folder goes last of all.</summary>
    public static string[] OfRuns() => [.. Recorded().Where(r => !Directory.Exists(r.RunFolder)).Select(r => $"{r.Id} {CommandLine(r.Id)}")];

    /// <summary>The run's folder of a process under recording.</summary>
    public static string RunFolderOf(string id) => Recorded().Single(r => r.Id == id).RunFolder;

    /// <summary>Waits until nothing of the run is left that a process with the id in the file took part in.</summary>
    public static async Task ShouldGoAsync(string pidFile)
    {
        var id = (await File.ReadAllTextAsync(pidFile)).Split('\n');
        await Patience.UntilAsync(() => !Directory.Exists($"/proc/{id[0]}") && !Directory.Exists(id[1]), $"process {id[0]} and folder {id[1]} are gone");
    }

    private static IEnumerable<(string Id, string RunFolder)> Recorded()
    {
        if (!OperatingSystem.IsLinux())
            yield break;
        foreach (var id in Directory.GetDirectories("/proc").Select(f => Path.GetFileName(f)!).Where(id => char.IsAsciiDigit(id[0])))
        {
            if (Read($"/proc/{id}/environ").Split('\0').FirstOrDefault(v => v.StartsWith(Port, StringComparison.Ordinal)) is not { } port)
                continue;
            yield return (id, Path.GetDirectoryName(port[Port.Length..])!);
        }
    }

    private static string CommandLine(string id) => Read($"/proc/{id}/cmdline").Replace('\0', ' ');

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
