namespace DepGraph.Testing;

/// <summary>A fact that takes long. It is skipped and says why, except under DEPGRAPH_TEST_ALL=1, as CI does it.</summary>
/// <param name="why">What takes so long, and how long.</param>
public sealed class SlowFactAttribute(string why) : FactAttribute
{
    public override string? Skip { get; set; } = Reason(why);

    /// <summary>The reason to skip what takes long; null where everything must run.</summary>
    internal static string? Reason(string why) => Switches.SkipUnless(false, $"slow: {why} (runs with DEPGRAPH_TEST_ALL=1)");
}

/// <inheritdoc cref="SlowFactAttribute"/>
public sealed class SlowTheoryAttribute(string why) : TheoryAttribute
{
    public override string? Skip { get; set; } = SlowFactAttribute.Reason(why);
}
