using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Bench.Keystroke;

/// <summary>What the compiler has after a keystroke.</summary>
internal sealed class Keystroke(CSharpCompilation compilation, SyntaxTree typedInto)
{
    /// <summary>An editor keeps them from one keystroke to the next.</summary>
    private static readonly CompilationWithAnalyzersOptions Options = new(
        new AnalyzerOptions([]),
        onAnalyzerException: (crash, analyzer, _) => throw new InvalidOperationException(analyzer + " threw", crash),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: false);

    /// <summary>How long, in ms, until an editor has the diagnostics of the file.</summary>
    public async Task<double> TimeOf(DiagnosticAnalyzer analyzer)
    {
        GC.Collect();
        var begin = Stopwatch.GetTimestamp();
        var driver = compilation.WithAnalyzers([analyzer], Options);
        await driver.GetAnalyzerSemanticDiagnosticsAsync(driver.Compilation.GetSemanticModel(typedInto), filterSpan: null, CancellationToken.None);
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }
}
