namespace DepGraph.Tests.Support;

/// <summary>The real <c>depgraph</c> command in a process of its own.</summary>
internal static class Depgraph
{
    public static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        var run = ProgramRun.ToEnd("dotnet", [Path.Combine(AppContext.BaseDirectory, "depgraph.dll"), .. arguments]);
        return (run.ExitCode, run.Output.ReplaceLineEndings("\n"), run.Errors.ReplaceLineEndings("\n"));
    }
}
