namespace DepGraph.Recording.Building;

/// <summary>What each load costs: the slices of the startup that are charged to it. The parts add up to the time to ready exactly.</summary>
internal sealed class CostAttribution
{
    private readonly Dictionary<(TimeUse Use, int Index), long> _spent = [];

    public CostAttribution(IReadOnlyList<TimeSlice> slices)
    {
        foreach (var slice in slices)
            _spent[(slice.Use, slice.Index)] = _spent.GetValueOrDefault((slice.Use, slice.Index)) + slice.Length;
        ReadyMs = slices.Sum(slice => slice.Length) / 1000.0;
        UnattributedMs = slices.Where(slice => slice.Use == TimeUse.Unattributed).Sum(slice => slice.Length) / 1000.0;
    }

    public double ReadyMs { get; }

    public double UnattributedMs { get; }

    /// <summary>How much of the time to ready a wait takes.</summary>
    public double WaitMs(int wait) => Ms(TimeUse.Wait, wait);

    public (double BindMs, double MapMs, double RunMs) Of(int load) =>
        (Ms(TimeUse.Bind, load), Ms(TimeUse.Map, load), (Spent(TimeUse.Run, load) + Spent(TimeUse.Compile, load)) / 1000.0);

    /// <summary>How much of a load's run time its methods were compiled.</summary>
    public double CompileMs(int load) => Ms(TimeUse.Compile, load);

    private double Ms(TimeUse use, int index) => Spent(use, index) / 1000.0;

    private long Spent(TimeUse use, int index) => _spent.GetValueOrDefault((use, index));
}
