using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Harness;

internal static class CompilationAssertions
{
    public static void ShouldCompile(this Compilation compilation) =>
        compilation.GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .ShouldBeEmpty(compilation.SyntaxTrees.Last().ToString());
}
