namespace DepGraph.Loading.Tests;

/// <summary>A bar that keeps what it was told.</summary>
internal sealed class Reports : IProgress<LoadProgress>
{
    private readonly List<LoadProgress> _all = [];

    public LoadProgress[] All
    {
        get
        {
            lock (_all)
                return _all.ToArray();
        }
    }

    public void Report(LoadProgress value)
    {
        lock (_all)
            _all.Add(value);
    }

    public void ShouldRiseToTheEnd()
    {
        var all = All;
        all.Length.ShouldBeGreaterThan(0);
        for (var i = 1; i < all.Length; i++)
            all[i].Fraction.ShouldBeGreaterThanOrEqualTo(all[i - 1].Fraction);
        all[^1].Fraction.ShouldBe(1);
        all.Count(progress => progress.Fraction >= 1).ShouldBe(1);
    }
}
