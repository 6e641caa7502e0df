namespace DepGraph.Loading.Tests;

/// <summary>A fact that needs Chromium. Without it the test skips and says so, but not where everything must run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("DEPGRAPH_TEST_ALL") != "1" && !File.Exists(Chromium))
            Skip = $"needs Chromium at {Chromium} (apt install chromium)";
    }
}
