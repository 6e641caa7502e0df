using System.Globalization;

namespace DepGraph.Recording.Failures;

/// <summary>Exit codes that say that the system ended the process.</summary>
internal static class ExitSignal
{
    private const int Signalled = 128;

    private static readonly Dictionary<int, string> Names = new()
    {
        [3] = "SIGQUIT",
        [4] = "SIGILL",
        [5] = "SIGTRAP",
        [6] = "SIGABRT",
        [7] = "SIGBUS",
        [8] = "SIGFPE",
        [9] = "SIGKILL",
        [11] = "SIGSEGV",
    };

    /// <summary>What ended the process, or null when it ended by itself.</summary>
    public static string? Of(int exitCode)
    {
        if (OperatingSystem.IsWindows())
            return exitCode < 0 ? $"exit code 0x{exitCode.ToString("X8", CultureInfo.InvariantCulture)}" : null;
        return Names.TryGetValue(exitCode - Signalled, out var name) ? $"signal {exitCode - Signalled} ({name})" : null;
    }
}
