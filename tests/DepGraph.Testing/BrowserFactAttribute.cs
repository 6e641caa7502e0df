namespace DepGraph.Testing;

/// <summary>A fact that needs Chromium. Without it the test is skipped and says what to do; where everything must run it fails.</summary>
public class BrowserFactAttribute : ConditionalFactAttribute
{
    public BrowserFactAttribute() => Skip = Switches.SkipUnless(Chromium.Path is not null, Chromium.HowToGet);
}
