using DepGraph.Review;

namespace DepGraph.Tests.Review;

/// <seealso cref="MedianInterval"/>
public class TheIntervalOfAMedian
{
    // The ranks are those of the tables of the sign test.
    [Theory]
    [InlineData(6, 1, 6)]
    [InlineData(10, 2, 9)]
    [InlineData(20, 6, 15)]
    public void The_ends_are_the_ranks_that_the_sign_test_gives(int count, double low, double high)
    {
        var interval = MedianInterval.Of(Enumerable.Range(1, count).Reverse().Select(rank => (double)rank));

        interval.ShouldBe(new(low, (count + 1) / 2.0, high));
    }

    [Fact]
    public void Five_values_tell_a_median_and_no_interval()
    {
        MedianInterval.Of([1, 2, 3, 4, 5]).ShouldBe(new(double.NegativeInfinity, 3, double.PositiveInfinity));
    }
}
