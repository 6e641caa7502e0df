using System.Collections.Immutable;
using DepGraph.Analyzers.Closures.Escapes;
using DepGraph.Analyzers.Closures.Report;
using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Closures;

/// <summary>DG1001: a closure that outlives the iteration captures a variable that all iterations share.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopClosureAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.ClosureCapturesLoopVariable,
        ClosureStrings.Localized("Title"),
        ClosureStrings.Localized("Message"),
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: ClosureStrings.Localized("Description"),
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ClosureCapturesLoopVariable));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule, InvalidOptionCheck.Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Razor components and views reach the compiler as generated code.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var shared = new EscapeContext(start.Compilation);
            InvalidOptionCheck.Register(start, reader => _ = new ClosureOptions(reader));
            start.RegisterOperationAction(operation => Report(operation, shared), OperationKind.AnonymousFunction, OperationKind.LocalFunction);
        });
    }

    private static void Report(OperationAnalysisContext context, EscapeContext shared)
    {
        foreach (var capture in new ClosureCheck(context, shared).SharedCaptures())
        {
            if ((context.IsGeneratedCode ? RazorLocation.Of(capture) : capture.Use.GetLocation()) is not { } location)
                continue;

            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                location,
                [capture.Escape.Syntax.GetLocation(), capture.Write.GetLocation()],
                ImmutableDictionary<string,
                    string?>.Empty.Add("loop", capture.Loop.Syntax.SpanStart.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                capture.Variable.Name,
                capture.Why,
                ClosureStrings.Localized(capture.Escape.Reason.Key, capture.Escape.Reason.Name)));
        }
    }
}
