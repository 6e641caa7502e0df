namespace DepGraph.Bench.Keystroke;

/// <summary>Times in ms: the middle one, and between which they lie.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return new(sorted[sorted.Length / 2], sorted[0], sorted[^1]);
    }
}
