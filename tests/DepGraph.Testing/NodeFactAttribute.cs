namespace DepGraph.Testing;

/// <summary>A fact that needs Node.js. Without it the test is skipped and says so; where everything must run it fails.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Switches.SkipUnless(Programs.OnPath("node") is not null, "needs Node.js (node) on PATH");
}
