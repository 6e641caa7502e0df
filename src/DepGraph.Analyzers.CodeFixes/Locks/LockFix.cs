using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>A fix of DG1002 and DG1006 that changes one document, for one finding or for all in it.</summary>
/// <param name="fix">The value of <see cref="LockRules.Fix"/> in the findings it is for.</param>
public abstract class LockFix(string title, string fix) : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.LockHeldDuringCallback, DiagnosticIds.LockHeldDuringExtensionPointCall);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) =>
            await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false) is { } @fixed)
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(@fixed), GetType().Name), diagnostic);
        }
    }

    /// <summary>The root with these findings fixed; null where none can be.</summary>
    private protected abstract SyntaxNode? Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> findings, CancellationToken cancellation);

    /// <summary>Those of the findings this fix is for.</summary>
    private protected IEnumerable<Diagnostic> Own(IEnumerable<Diagnostic> findings) =>
        findings.Where(finding => finding.Properties.TryGetValue(LockRules.Fix, out var its) && its == fix);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null || Fix(root, model, diagnostics, cancellation) is not { } changed ? null : document.WithSyntaxRoot(changed);
    }
}
