namespace DepGraph.Review;

/// <summary>
/// The median of measured values, and the interval that holds the true one 95 times of 100: the sign test's, which assumes nothing of how the values are
/// spread. Its ends are two of the values, the innermost pair that leaves so few outside.
/// </summary>
/// <param name="Low">The lower end; minus infinity where too few values tell it.</param>
/// <param name="Median">The middle of the values.</param>
/// <param name="High">The upper end; infinity where too few values tell it.</param>
public readonly record struct MedianInterval(double Low, double Median, double High)
{
    private const double Outside = 0.025;

    /// <summary>How far the farther end is from the median.</summary>
    public double HalfWidth => Math.Max(High - Median, Median - Low);

    /// <summary>Of fewer than six values nothing is known: it has no ends.</summary>
    public static MedianInterval Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            return new(double.NegativeInfinity, double.NaN, double.PositiveInfinity);
        var left = LeftOut(sorted.Length);
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return left == 0 ? new(double.NegativeInfinity, median, double.PositiveInfinity) : new(sorted[left - 1], median, sorted[^left]);
    }

    // How many values can be counted off at one end, the last of them being the interval's, before a fair coin would leave more than may be outside.
    private static int LeftOut(int count)
    {
        var (left, chance, sum) = (0, Math.Pow(0.5, count), 0.0);
        while (sum + chance <= Outside)
        {
            sum += chance;
            chance *= (double)(count - left) / (left + 1);
            left++;
        }
        return left;
    }
}
