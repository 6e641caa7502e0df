namespace DepGraph.Testing;

/// <summary>A fact that needs Graphviz. Without it the test is skipped and says so; where everything must run it fails.</summary>
public sealed class DotFactAttribute : FactAttribute
{
    public DotFactAttribute() =>
        Skip = Switches.SkipUnless(Programs.OnPath("dot") is not null,
            "needs Graphviz's dot on PATH (apt install graphviz, brew install graphviz, winget install graphviz)");
}
