namespace DepGraph.Testing;

/// <summary>A fact that needs Chromium. Without it the test is skipped and says what to do; where everything must run it fails.</summary>
public class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Switches.SkipUnless(Chromium.Path is not null, Chromium.HowToGet);

    /// <summary>Where the fact takes long: what does, and how long. Then it is skipped as a <see cref="SlowFactAttribute"/> is.</summary>
    public string Slow
    {
        get => Skip ?? "";
        set => Skip ??= SlowFactAttribute.Reason(value);
    }
}
