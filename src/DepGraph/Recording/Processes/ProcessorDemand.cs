using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DepGraph.Recording.Processes;

/// <summary>
/// How much CPU a process asks for. On a machine that is busy with other things an endless loop gets little, but it is ready to run all the time.
/// </summary>
internal static class ProcessorDemand
{
    /// <summary>CPU time the process has used and, on Linux, the time its threads were ready to run and did not get any; zero once it has ended.</summary>
    public static TimeSpan Of(Process process)
    {
        try
        {
            process.Refresh();
            return OperatingSystem.IsLinux() && OfThreads(process.Id) is { } demand ? demand : process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or IOException or UnauthorizedAccessException)
        {
            return TimeSpan.Zero;
        }
    }

    // Each thread's schedstat: ns on a CPU, ns ready and waiting, time slices. Null where the kernel keeps none.
    private static TimeSpan? OfThreads(int process)
    {
        var ns = Directory.EnumerateDirectories($"/proc/{process}/task").Sum(OfThread);
        return ns == 0 ? null : TimeSpan.FromTicks(ns / 100);
    }

    private static long OfThread(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ').Take(2).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0; // it has just ended
        }
    }
}
