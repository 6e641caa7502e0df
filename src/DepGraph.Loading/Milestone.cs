namespace DepGraph.Loading;

/// <summary>A load in the recorded timeline, and when it happened (ms since the start of the runtime).</summary>
internal sealed class Milestone
{
    public Milestone(string name, double atMs)
    {
        Name = name;
        AtMs = atMs;
    }

    public string Name { get; }

    public double AtMs { get; }
}
