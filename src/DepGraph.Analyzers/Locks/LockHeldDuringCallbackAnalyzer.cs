using System.Collections.Immutable;
using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks;

/// <summary>DG1002 and DG1003: code of others runs while a lock is held.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockHeldDuringCallbackAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(LockRules.Callback, LockRules.ImplicitCallback, InvalidOptionCheck.Rule);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var facts = new LockFacts(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterOperationBlockStartAction(block => Watch(block, facts));
            InvalidOptionCheck.Register(start, options => _ = new LockOptions(options));
        });
    }

    /// <summary>Waits for a lock to turn up in the code; only then is anything else looked at.</summary>
    private static void Watch(OperationBlockStartAnalysisContext block, LockFacts facts)
    {
        var takesLock = SynchronizedMethod.Is(block.OwningSymbol as IMethodSymbol);
        block.RegisterOperationAction(_ => takesLock = true, OperationKind.Lock);
        block.RegisterOperationAction(
            context => takesLock = takesLock || facts.Vocabulary.MayTake((IInvocationOperation)context.Operation),
            OperationKind.Invocation);
        block.RegisterOperationBlockEndAction(end =>
        {
            if (!takesLock)
                return;
            var report = new LockReport(facts, end.ReportDiagnostic, end.CancellationToken);
            foreach (var root in end.OperationBlocks.Select(b => Bodies.RootOf(b.Syntax)).OfType<SyntaxNode>().Distinct())
                report.Add(root);
        });
    }
}
