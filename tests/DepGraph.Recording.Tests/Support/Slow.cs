namespace DepGraph.Recording.Tests.Support;

/// <summary>Why some tests here run only where everything must.</summary>
internal static class Slow
{
    public const string EarlierFrameworks = "builds apps for .NET 8 and 9 with their runtimes, a minute in all";

    public const string SingleFiles = "publishes apps as single files, half a minute in all";

    public const string GreatVolumes = "gigabytes and thousands, half a minute in all";

    public const string Waits = "the app waits for two seconds";

    public const string Failures = "one of thirty failures, two seconds each";

    public const string RealTools = "ten real tools: a minute, and minutes to install them once";
}
