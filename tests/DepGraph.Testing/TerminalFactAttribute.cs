namespace DepGraph.Testing;

/// <summary>A fact that needs the command script (util-linux), which gives a program a terminal.</summary>
public sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() =>
        Skip = Switches.SkipUnless(OperatingSystem.IsLinux() && Programs.OnPath("script") is not null, "needs the command script of util-linux");
}
