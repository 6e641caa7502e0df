namespace DepGraph.Bench.Savings;

/// <summary>What leaving out a library saves.</summary>
/// <param name="Gone">The assemblies that are not loaded without it.</param>
/// <param name="With">The time to ready with it, in ms, of each pair of starts.</param>
/// <param name="Without">The time without it, of the start before or behind.</param>
internal sealed record LibraryTruth(string Library, List<string> Gone, List<double> With, List<double> Without)
{
    /// <summary>The saved time.</summary>
    public MedianInterval Saved => MedianInterval.Of(With.Zip(Without, (with, without) => with - without));

    /// <summary>There are enough pairs for an interval.</summary>
    public bool IsMeasured => double.IsFinite(Saved.HalfWidth);
}
