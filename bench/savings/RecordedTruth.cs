namespace DepGraph.Bench.Savings;

/// <summary>Pairs of starts, one after the other: a plain one and a recorded one. Times in ms.</summary>
/// <param name="PlainMs">From the start of the process to ready.</param>
/// <param name="PlainMainMs">Of that, from the begin of Main.</param>
/// <param name="RecordedMainMs">From the begin of Main to ready while it is recorded.</param>
/// <param name="ToldMs">The time to ready the recording tells: from the start of the runtime.</param>
internal sealed record RecordedTruth(List<double> PlainMs, List<double> PlainMainMs, List<double> RecordedMainMs, List<double> ToldMs)
{
    /// <summary>How much longer the app took while it was recorded.</summary>
    public MedianInterval Slowed =>
        MedianInterval.Of(PlainMs.Select((plain, i) => (plain + RecordedMainMs[i] - PlainMainMs[i]) / plain));

    /// <summary>The told time to a plain start's, from the start of the runtime.</summary>
    public MedianInterval ToldToPlain(double hostMs) => MedianInterval.Of(PlainMs.Zip(ToldMs, (plain, told) => told / (plain - hostMs)));
}
