namespace DepGraph.Loading.Tests;

internal sealed class BrokenBar : IProgress<LoadProgress>
{
    public int Told { get; private set; }

    public void Report(LoadProgress value)
    {
        Told++;
        throw new InvalidOperationException("the bar is broken");
    }
}
