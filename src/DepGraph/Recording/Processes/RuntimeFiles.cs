namespace DepGraph.Recording.Processes;

/// <summary>The pipes and sockets a runtime makes in the temporary folder (Unix): it removes them itself, but not when it is killed.</summary>
internal static class RuntimeFiles
{
    /// <summary>Removes those of processes that have ended.</summary>
    public static void Remove(IEnumerable<int> processIds)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in processIds.Distinct().SelectMany(Of))
            Remove(file);
    }

    private static IEnumerable<string> Of(int processId) => new[] { $"clr-debug-pipe-{processId}-*", $"dotnet-diagnostic-{processId}-*" }
        .SelectMany(pattern => Directory.EnumerateFiles(Path.GetTempPath(), pattern));

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile: the process ended in order after all.
        }
    }
}
