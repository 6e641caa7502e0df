using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Processes;

/// <summary>
/// Looks every few ms whether a process asks for a processor at all, and keeps the stretches in which it does not: then it waits for something outside of it.
/// On Linux a thread that is ready to run, or reads from a disk, asks too: neither a busy machine nor a cold disk looks like waiting.
/// </summary>
internal sealed partial class IdleWatch
{
    // The runtime sends its events every 100 ms and takes up to a millisecond of CPU time for it.
    private const double BusyFrom = 0.25;
    private readonly int _processId;

    // A thread that ticks and does not get a processor at once makes no end of a wait.
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(250);
    private readonly List<(long From, long To, TimeSpan Used)> _stretches = [];

    private IdleWatch(int processId) => _processId = processId;

    /// <summary>
    /// Watches a process until <paramref name="end"/> ends, or the process does; on a thread of its own, as a busy pool lets nobody look in time.
    /// </summary>
    public static IdleWatch Start(int processId, Task end)
    {
        var watch = new IdleWatch(processId);
        _ = Task.Factory.StartNew(() => watch.Run(end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return watch;
    }

    /// <summary>
    /// The stretches until now, each at least <see cref="WaitStretch.ShortestMs"/>, in ticks of <see cref="Stopwatch"/>, which are those of the runtime's
    /// events.
    /// </summary>
    public IReadOnlyList<(long From, long To)> Stretches
    {
        get
        {
            lock (_stretches)
                return [.. _stretches.Where(s => Stopwatch.GetElapsedTime(s.From, s.To).TotalMilliseconds >= WaitStretch.ShortestMs)
                    .Select(s => (s.From, s.To))];
        }
    }

    private void Run(Task end)
    {
        using var process = OpenOrNull(_processId);
        // Windows counts CPU time in steps of 15.6 ms, and where the clock of another process cannot be read there is only what is as coarse.
        var isExact = ProcessorTime(null) is not null;
        var period = TimeSpan.FromMilliseconds(isExact ? 5 : 50);
        var last = (At: Stopwatch.GetTimestamp(), Used: ProcessorTime(process));
        while (!end.IsCompleted && last.Used is not null)
        {
            Thread.Sleep(period);
            var now = (At: Stopwatch.GetTimestamp(), Used: ProcessorTime(process));
            var past = Stopwatch.GetElapsedTime(last.At, now.At);
            // On a busy machine nobody may look for long: then nothing is known.
            if (now.Used is { } used && used - last.Used.Value < BusyFrom * past && past < 20 * period && !ThreadStates.AnyRuns(_processId))
                Add(last.At, now.At, last.Used.Value, used);
            last = now;
        }
    }

    private void Add(long from, long to, TimeSpan usedBefore, TimeSpan used)
    {
        lock (_stretches)
        {
            if (_stretches is [.., var last] && Stopwatch.GetElapsedTime(last.To, from) is var tick && tick < LongestTick
                && usedBefore - last.Used <= BusyFrom * tick)
                _stretches[^1] = (last.From, to, used);
            else
                _stretches.Add((from, to, used));
        }
    }

    /// <summary>CPU time the process has used, to the ns where the system tells it so; without a process only that. Null when nothing tells.</summary>
    private TimeSpan? ProcessorTime(Process? process)
    {
        try
        {
            if (OperatingSystem.IsLinux() && GetClock(ProcessorClock(_processId), out var time) == 0)
                return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
            process?.Refresh();
            return process?.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return null;
        }
    }

    private static Process? OpenOrNull(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null; // ended meanwhile
        }
    }

    // What clock_getcpuclockid gives: the clock of all threads of a process.
    private static int ProcessorClock(int process) => (~process << 3) | 2;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetClock(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
