using System.Diagnostics;

namespace DepGraph.Recording.Processes;

/// <summary>
/// Watches the native libraries of a process. Where its dynamic linker writes a log, which has no times, it looks every ms how long that is; where there is
/// none, now and then at what is mapped.
/// </summary>
internal sealed class NativeWatch(int processId, string linkerLog)
{
    private static readonly TimeSpan LogPeriod = TimeSpan.FromMilliseconds(1), MapPeriod = TimeSpan.FromMilliseconds(OperatingSystem.IsLinux() ? 20 : 100);
    private readonly object _gate = new();
    private readonly List<(long From, long To, long Length)> _growth = [];
    private readonly List<string> _mapped = [];
    private long _lastLook;
    private volatile bool _isOver;

    /// <summary>Where the linker's log is, if there is one.</summary>
    public string LinkerLog => linkerLog;

    /// <summary>Files that were seen mapped, in no order that means anything; empty where there is a log.</summary>
    public IReadOnlyList<string> Mapped
    {
        get
        {
            lock (_gate)
                return [.. _mapped];
        }
    }

    /// <summary>
    /// Each time the log was found longer: the look before, in ticks of <see cref="Stopwatch"/> (0 for none), the look that found it, and how long it was.
    /// </summary>
    public IReadOnlyList<(long From, long To, long Length)> Growth
    {
        get
        {
            lock (_gate)
                return [.. _growth];
        }
    }

    /// <summary>Looks again and again until <see cref="End"/>, on a thread of its own, as a busy pool lets nobody look in time.</summary>
    public void Start() => _ = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Looks no more.</summary>
    public void End() => _isOver = true;

    /// <summary>Looks once.</summary>
    public void Look()
    {
        lock (_gate)
        {
            if (File.Exists(linkerLog))
                LookAtLog();
            else
                _mapped.AddRange(MappedModules.Of(processId).Where(path => !_mapped.Contains(path)));
        }
    }

    private void LookAtLog()
    {
        var now = Stopwatch.GetTimestamp(); // before the look: what the look does not see came later
        var length = new FileInfo(linkerLog).Length;
        var after = Stopwatch.GetTimestamp();
        if (length > (_growth is [.., var last] ? last.Length : 0))
            _growth.Add((_lastLook, after, length));
        _lastLook = now;
    }

    private void Run()
    {
        while (!_isOver)
        {
            Look();
            Thread.Sleep(File.Exists(linkerLog) ? LogPeriod : MapPeriod);
        }
    }
}
