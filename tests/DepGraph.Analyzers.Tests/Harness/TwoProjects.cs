using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>A marked source and the project it uses: to the compiler an assembly, in an editor source as well. The findings must be the same.</summary>
internal static class TwoProjects<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static async Task FindTheMarks(string used, string marked)
    {
        await FindTheMarksInABuild(used, marked);
        await FindTheMarksInAnEditor(used, marked);
    }

    public static async Task FindTheMarksInAnEditor(string used, string marked, bool mayNotCompile = false)
    {
        using var workspace = new AdhocWorkspace();
        var usedProject = TestProject.Open(workspace.CurrentSolution, "Used", used);
        await FindTheMarks(marked, TestProject.Open(usedProject.Solution, "Test", MarkedSource.Parse(marked).Text, new ProjectReference(usedProject.Id)),
            mayNotCompile);
    }

    public static async Task FindTheMarks(string marked, Project project, bool mayNotCompile = false)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        if (!mayNotCompile)
            compilation.ShouldCompile();
        await AnalyzerRun<TAnalyzer>.FindsTheMarks(MarkedSource.Parse(marked), compilation);
    }

    private static async Task FindTheMarksInABuild(string used, string marked)
    {
        var source = MarkedSource.Parse(marked);
        using var image = new MemoryStream();
        TestProject.Compile(used).WithAssemblyName("Used").Emit(image).Success.ShouldBeTrue();
        var compilation = TestProject.Compile(source.Text).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        compilation.ShouldCompile();
        await AnalyzerRun<TAnalyzer>.FindsTheMarks(source, compilation);
    }
}
