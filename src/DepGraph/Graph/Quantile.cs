namespace DepGraph.Graph;

/// <summary>Middle values and their spread.</summary>
internal static class Quantile
{
    /// <summary>The value at a fraction (0 to 1) of the sorted values, between two of them by their distance (Hyndman and Fan's type 7).</summary>
    public static double Of(IEnumerable<double> values, double fraction)
    {
        var sorted = values.Order().ToArray();
        var position = fraction * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] * (1 - (position - below)) + sorted[above] * (position - below);
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(IEnumerable<double> values) => Of(values, 0.5);
}
