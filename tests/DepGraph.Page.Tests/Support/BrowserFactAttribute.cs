namespace DepGraph.Page.Tests.Support;

/// <summary>A fact that needs Chromium. Without it the test skips and says so, but not where everything must run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("DEPGRAPH_TEST_ALL") != "1" && !File.Exists(Browser.Chromium))
            Skip = $"needs Chromium at {Browser.Chromium} (apt install chromium)";
    }
}
