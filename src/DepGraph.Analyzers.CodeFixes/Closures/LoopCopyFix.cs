using System.Collections.Immutable;
using System.Composition;
using DepGraph.Analyzers.Closures.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DepGraph.Analyzers.CodeFixes.Closures;

/// <summary>Copies the shared variable to a local of the iteration and has the closure capture that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopCopyFix)), Shared]
public sealed class LoopCopyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ClosureCapturesLoopVariable);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, findings) => await CopyAsync(document, findings, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var finding in context.Diagnostics)
        {
            if (CopySite.Find(finding, root!, model!, context.CancellationToken) is not { } site)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    ClosureStrings.Localized("FixTitle", site.Variable.Name).ToString(),
                    cancellation => CopyAsync(document, ImmutableArray.Create(finding), cancellation),
                    equivalenceKey: nameof(LoopCopyFix)),
                finding);
        }
    }

    private static async Task<Document> CopyAsync(Document document, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var sites = findings
            .Select(finding => CopySite.Find(finding, root!, model!, cancellation))
            .OfType<CopySite>()
            .ToList();
        return document.WithSyntaxRoot(new CopyPlan(root!, model!).Apply(sites));
    }
}
