using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>What a fix left: the text, the findings still in it, and the program itself, ready to run.</summary>
internal sealed record FixedSource(string Text, ImmutableArray<Diagnostic> Left, CSharpCompilation Compilation)
{
    /// <summary>Runs the static parameterless method <c>Program.Run</c> in this process and returns what it returns, as text.</summary>
    public string? Run() => Run(Compilation);

    public static string? Run(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        image.Position = 0;
        var context = new AssemblyLoadContext("Fixed source", isCollectible: true);
        try
        {
            var program = context.LoadFromStream(image).GetType("Program", throwOnError: true)!;
            return program.GetMethod("Run")!.Invoke(null, null)?.ToString();
        }
        finally
        {
            context.Unload();
        }
    }
}
