namespace DepGraph.Recording.Building;

/// <summary>What each load costs: the slices of the startup that are charged to it. The parts add up to the time to ready exactly.</summary>
internal sealed class CostAttribution
{
    private readonly Dictionary<(TimeUse Use, int Index), long> _spent = [];
    private readonly Dictionary<int, long> _recompiled = [];
    private readonly Dictionary<int, long> _initialized = [];

    public CostAttribution(IReadOnlyList<TimeSlice> slices)
    {
        foreach (var slice in slices)
        {
            Add(_spent, (slice.Use, slice.Index), slice.Length);
            if (slice.IsAgain)
                Add(_recompiled, slice.Index, slice.Length);
            if (slice.Use == TimeUse.Run && slice.Stack.Any(Initializers.IsOne))
                Add(_initialized, slice.Index, slice.Length);
        }

        ReadyMs = slices.Sum(slice => slice.Length) / 1000.0;
        UnattributedMs = slices.Where(slice => slice.Use == TimeUse.Unattributed).Sum(slice => slice.Length) / 1000.0;
    }

    public double ReadyMs { get; }

    public double UnattributedMs { get; }

    /// <summary>How much of the time to ready a wait takes.</summary>
    public double WaitMs(int wait) => Ms(TimeUse.Wait, wait);

    public (double BindMs, double MapMs, double RunMs) Of(int load) =>
        (Ms(TimeUse.Bind, load), Ms(TimeUse.Map, load),
            (Spent(TimeUse.Run, load) + Spent(TimeUse.Compile, load) + Spent(TimeUse.TypeLoad, load) + Spent(TimeUse.Restore, load)) / 1000.0);

    /// <summary>How much of a load's run time methods were compiled.</summary>
    public double CompileMs(int load) => Ms(TimeUse.Compile, load);

    /// <summary>How much of that was not for the first time.</summary>
    public double RecompileMs(int load) => _recompiled.GetValueOrDefault(load) / 1000.0;

    /// <summary>How much of a load's run time went into code under an initializer.</summary>
    public double InitializeMs(int load) => _initialized.GetValueOrDefault(load) / 1000.0;

    /// <summary>How much of a load's run time types were loaded.</summary>
    public double TypeLoadMs(int load) => Ms(TimeUse.TypeLoad, load);

    /// <summary>How much of a load's run time precompiled code was made ready.</summary>
    public double RestoreMs(int load) => Ms(TimeUse.Restore, load);

    private double Ms(TimeUse use, int index) => Spent(use, index) / 1000.0;

    private long Spent(TimeUse use, int index) => _spent.GetValueOrDefault((use, index));

    private static void Add<T>(Dictionary<T, long> to, T key, long length)
        where T : notnull => to[key] = to.GetValueOrDefault(key) + length;
}
