using System;
using System.Diagnostics;
using System.Threading;

namespace DepGraph.Loading;

/// <summary>
/// Watch mode: says where in its recorded timeline the start is, from the assemblies that are loaded already and those that come.
/// All members may be called from any thread. Disposing it, or <see cref="Startup.Ready"/>, ends it at 100 %.
/// </summary>
public sealed class StartupWatch : IDisposable
{
    private const int PeriodMs = 33;
    private const int PatienceMs = 100;

    private readonly object _gate = new();
    private readonly int _steps;
    private readonly StartupTimeline _timeline;
    private readonly IProgress<LoadProgress>? _progress;
    private readonly Timer _timer;
    private readonly long _start = Stopwatch.GetTimestamp();
    private LoadProgress _reported = new(-1, 0, 0, "");
    private int _isReporting;
    private volatile bool _endIsReported;
    private volatile bool _over;

    internal StartupWatch(RecordedSequence sequence, IProgress<LoadProgress>? progress)
    {
        _progress = progress;
        _steps = sequence.Timeline.Count;
        _timer = new Timer(static watch => ((StartupWatch)watch!).Tick(), this, Timeout.Infinite, PeriodMs);
        // Listen first, then look around: a load between the two is seen twice, never missed.
        lock (_gate)
        {
            AppDomain.CurrentDomain.AssemblyLoad += OnAssemblyLoad;
            _timeline = new StartupTimeline(sequence, LoadedAssemblies.ByName().Keys, Now);
        }
        StartupSignal.Over += Dispose;
        lock (_gate)
        {
            // Without a timeline there is no news between the first report and the last.
            if (!_over)
                _timer.Change(0, _steps > 0 ? PeriodMs : Timeout.Infinite);
        }
    }

    /// <summary>Where the start is now.</summary>
    public LoadProgress Current
    {
        get
        {
            lock (_gate)
            {
                if (_over)
                    return LoadProgress.Done(_steps);
                if (_steps == 0)
                    return LoadProgress.Indeterminate;
                var fraction = _timeline.Fraction(Now);
                return fraction >= 1 ? LoadProgress.Done(_steps) : new LoadProgress(fraction, _timeline.Reached, _steps, _timeline.Name);
            }
        }
    }

    private double Now => (Stopwatch.GetTimestamp() - _start) * 1000.0 / Stopwatch.Frequency;

    /// <summary>Ends the watch and reports 100 %. A second call does nothing.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_over)
                return;
            _over = true;
        }
        AppDomain.CurrentDomain.AssemblyLoad -= OnAssemblyLoad;
        StartupSignal.Over -= Dispose;
        _timer.Dispose();
        Report();
        // Another thread may be at it, perhaps waiting for this one to draw.
        if (_progress != null)
            SpinWait.SpinUntil(() => _endIsReported, PatienceMs);
    }

    private void OnAssemblyLoad(object? sender, AssemblyLoadEventArgs args)
    {
        // The loader may hold locks here: note the load and be gone; the timer reports.
        var name = LoadedAssemblies.SimpleName(args.LoadedAssembly);
        lock (_gate)
            _timeline?.See(name, Now);
    }

    private void Tick()
    {
        try
        {
            if (Current.Fraction >= 1)
                Dispose();
            else
                Report();
        }
        catch (Exception)
        {
            // Thrown by the bar. On a timer's thread it would end the process, and a bar must not: it is not told again.
            _timer.Dispose();
        }
    }

    /// <summary>
    /// One thread reports at a time, so that reports keep their order, and no lock is held meanwhile: the bar is foreign code.
    /// A thread that finds another one at it leaves its news to that one.
    /// </summary>
    private void Report()
    {
        if (_progress == null)
            return;
        do
        {
            if (Interlocked.CompareExchange(ref _isReporting, 1, 0) != 0)
                return;
            try
            {
                var now = Current;
                if (!now.Equals(_reported))
                    _progress.Report(_reported = now);
                if (now.Fraction >= 1)
                    _endIsReported = true;
            }
            finally
            {
                Volatile.Write(ref _isReporting, 0);
            }
        }
        while (_over && !_endIsReported);
    }
}
