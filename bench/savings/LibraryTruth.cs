namespace DepGraph.Bench.Savings;

/// <summary>Pairs of starts, one after the other: the time to ready with a library and without it, in ms.</summary>
internal sealed record LibraryTruth(string Library, List<double> With, List<double> Without)
{
    /// <summary>What leaving it out saved.</summary>
    public MedianInterval Saved => MedianInterval.Of(With.Zip(Without, (with, without) => with - without));
}
