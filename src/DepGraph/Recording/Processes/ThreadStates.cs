namespace DepGraph.Recording.Processes;

/// <summary>What the threads of a process are at, where the system tells (Linux).</summary>
internal static class ThreadStates
{
    private const int Longest = 128; // number, name, state: what is behind is not needed

    /// <summary>True when a thread runs, is ready to run, or waits for a disk; false elsewhere and once the process has ended.</summary>
    public static bool AnyRuns(int process)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task").Any(thread => State(thread) is 'R' or 'D');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static char State(string thread)
    {
        try
        {
            using var file = File.OpenHandle(Path.Combine(thread, "stat"));
            Span<byte> text = stackalloc byte[Longest];
            text = text[..RandomAccess.Read(file, text, 0)];
            // The name may hold parentheses itself.
            var state = text.LastIndexOf((byte)')') + 2;
            return state >= 2 && state < text.Length ? (char)text[state] : '?';
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return '?'; // it has just ended
        }
    }
}
