namespace DepGraph.Bench.FastStart;

/// <summary>How an app is started.</summary>
internal sealed record Mode(string Name, bool PlaysProfile, bool LoadsInBackground)
{
    public static readonly Mode Plain = new("plain", false, false);

    public static readonly Mode[] All = [Plain, new("fast start", true, false), new("background", false, true), new("both", true, true)];
}
