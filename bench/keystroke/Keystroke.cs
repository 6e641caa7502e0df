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

    /// <summary>For the rule of startup costs: what a build left behind that recorded ten lines of the file.</summary>
    private readonly CompilationWithAnalyzersOptions _recorded = new(
        new AnalyzerOptions([new RecordedCauses(compilation.AssemblyName!, typedInto)]),
        onAnalyzerException: (crash, analyzer, _) => throw new InvalidOperationException(analyzer + " threw", crash),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: false);

    /// <summary>How long, in ms, until an editor has what lines of the file cost at startup, which asks for no meaning of the code.</summary>
    public async Task<double> TimeOfStartupCosts(DiagnosticAnalyzer analyzer)
    {
        GC.Collect();
        var begin = Stopwatch.GetTimestamp();
        var driver = compilation.WithAnalyzers([analyzer], _recorded);
        var found = await driver.GetAnalyzerSyntaxDiagnosticsAsync(typedInto, CancellationToken.None);
        return found.IsEmpty && analyzer is not FloorAnalyzer ? throw new InvalidOperationException("Nothing is told.")
            : Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

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
