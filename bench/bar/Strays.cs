namespace DepGraph.Bench.Bar;

/// <summary>How far a bar strays from the straight line, in % of the whole.</summary>
internal sealed class Strays
{
    private double _sum;
    private int _count;

    public double Mean => _count == 0 ? 0 : _sum / _count;

    public double Worst { get; private set; }

    public void Add(double fraction, double truth)
    {
        var stray = Math.Abs(fraction - truth) * 100;
        _sum += stray;
        _count++;
        Worst = Math.Max(Worst, stray);
    }
}

/// <summary>Our bar beside one that counts assemblies.</summary>
internal sealed class Comparison
{
    public Strays Bar { get; } = new();

    public Strays Counting { get; } = new();
}
