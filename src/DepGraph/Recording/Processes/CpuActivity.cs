namespace DepGraph.Recording.Processes;

/// <summary>Tells from the CPU time it asks for whether an app that loads nothing still does something.</summary>
internal sealed class CpuActivity(AppProcess app)
{
    private const long Window = 1000;
    private const double AStep = 0.01; // a waiting runtime still ticks a little
    private readonly Queue<(long At, TimeSpan Demand)> _history = new();
    private long _lastStepAt = Environment.TickCount64;
    private double _cores;

    /// <summary>True when the app used, or would have used, more than half of a core in the last second.</summary>
    public bool IsBusy => _cores > 0.5;

    /// <summary>How long the app has used no CPU time worth the name: less than a hundredth of a core.</summary>
    public TimeSpan SinceLastStep => TimeSpan.FromMilliseconds(Environment.TickCount64 - _lastStepAt);

    /// <summary>Takes the app's demand as it is now.</summary>
    public void Update()
    {
        var now = Environment.TickCount64;
        var demand = app.ProcessorDemand;
        // The oldest stays even if it is older than the window: on a busy machine we ourselves may not get to look more often.
        while (_history.Count > 1 && now - _history.ElementAt(1).At >= Window)
            _history.Dequeue();
        if (_history.TryPeek(out var first) && now > first.At)
            _cores = (demand - first.Demand).TotalMilliseconds / (now - first.At);
        _history.Enqueue((now, demand));
        if (_cores > AStep)
            _lastStepAt = now;
    }
}
