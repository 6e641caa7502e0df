namespace DepGraph.Testing;

/// <summary>A fact that needs Python with NetworkX and igraph. Without them the test is skipped and says so; where everything must run it fails.</summary>
public sealed class PythonFactAttribute : ConditionalFactAttribute
{
    // A version manager's python3 may stand before that of the system, which has the system's packages.
    private static readonly Lazy<string?> Found = new(() => new[] { Programs.OnPath("python3"), "/usr/bin/python3" }.OfType<string>().Distinct()
        .FirstOrDefault(python => File.Exists(python) && ProgramRun.ToEnd(python, ["-c", "import igraph, networkx"]).ExitCode == 0));

    public PythonFactAttribute() => Skip = Switches.SkipUnless(Found.Value is not null,
        "needs Python with NetworkX and igraph (apt install python3-networkx python3-igraph, or pip install networkx igraph)");

    /// <summary>The Python that has both.</summary>
    public static string Python => Found.Value.ShouldNotBeNull("no Python with NetworkX and igraph");
}
