using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Search;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Report;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks;

/// <summary>What must not happen while a lock is held: code of others runs (DG1002, DG1003, DG1006), the thread waits (DG1005),
/// or the lock is taken again (DG1004).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockHeldDuringCallbackAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(
            LockRules.Callback, LockRules.ExtensionPoint, LockRules.ImplicitCallback, LockRules.BlockingWait, LockRules.TakenAgain,
            InvalidOptionCheck.Rule);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var facts = new LockFacts(
                start.Compilation,
                start.Options.AnalyzerConfigOptionsProvider,
                tree => start.TryGetValue(tree, LockMentions.Known, out var positions) ? positions : []);
            start.RegisterOperationBlockAction(block => Report(block, facts));
            InvalidOptionCheck.Register(start, options => _ = new LockOptions(options));
        });
    }

    /// <summary>Looks for a lock first; only where one is taken is anything else looked at.</summary>
    private static void Report(OperationBlockAnalysisContext context, LockFacts facts)
    {
        if (!MentionsLock(context, facts))
            return;
        foreach (var root in context.OperationBlocks.Select(block => Bodies.RootOf(block.Syntax)).OfType<SyntaxNode>().Distinct())
        {
            foreach (var finding in facts.Kept.In(root, facts.Plain.Of) ?? Find(context, root, facts))
                context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }

    private static List<KeptFinding> Find(OperationBlockAnalysisContext context, SyntaxNode root, LockFacts facts)
    {
        var found = new List<KeptFinding>();
        Reads.During(() =>
        {
            Reads.Code(root);
            if (TakesLock(context, facts))
                new LockReport(facts, found.Add, context.CancellationToken).Add(root);
            return found;
        }, out var reads);
        facts.Kept.Keep(root, found, reads);
        return found;
    }

    /// <summary>Asked for every method there is, so that it allocates nothing.</summary>
    private static bool MentionsLock(OperationBlockAnalysisContext context, LockFacts facts)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (facts.Mentions.IsIn(block.Syntax.SyntaxTree) && Bodies.RootOf(block.Syntax) is { } root && facts.Mentions.IsIn(root))
                return true;
        }

        return false;
    }

    private static bool TakesLock(OperationBlockAnalysisContext context, LockFacts facts) =>
        SynchronizedMethod.Is(context.OwningSymbol as IMethodSymbol)
            || context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).Any(operation =>
                operation is ILockOperation || (operation is IInvocationOperation call && facts.Calls.MayTake(call)));
}
