using System.Collections.Immutable;
using System.Composition;
using DepGraph.Analyzers.Locks.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>Moves a callback that ends a held region behind it, with what it needs copied under the lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveBehindLockFix))]
[Shared]
public sealed class MoveBehindLockFix : CodeFixProvider
{
    private const string Title = "Call back behind the lock";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.LockHeldDuringCallback);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await Moved(document, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var only = ImmutableArray.Create(diagnostic);
            if (await Moved(context.Document, only, context.CancellationToken).ConfigureAwait(false) is { } moved)
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(moved), nameof(MoveBehindLockFix)), diagnostic);
        }
    }

    /// <summary>The document with every call moved that ends its region, or stands before others that do; null where none can be moved.</summary>
    private static async Task<Document?> Moved(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;

        var moves = Moves(root, model, diagnostics).ToList();
        if (moves.Count == 0)
            return null;
        var current = root.TrackNodes(moves.Select(move => move.Replaced));
        foreach (var move in moves)
        {
            if (current.GetCurrentNode(move.Replaced) is { } replaced)
                current = move.ApplyTo(current, replaced);
        }

        return document.WithSyntaxRoot(current);
    }

    private static IEnumerable<Move> Moves(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var calls = new Dictionary<SyntaxNode, (LockedCall Call, SyntaxNode Taken)>();
        foreach (var diagnostic in diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(LockRules.Fix, out var fix) || fix != LockRules.MoveBehindLock)
                continue;
            var taken = diagnostic.AdditionalLocations[1];
            if (taken.SourceTree == root.SyntaxTree
                && LockedCall.Around(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model) is { } call)
                calls[call.Statement] = (call, root.FindNode(taken.SourceSpan, getInnermostNodeForTie: true));
        }

        var replaced = new List<SyntaxNode>();
        foreach (var (call, taken) in calls.Values)
        {
            if (LockedRegion.EndingAfter(call.Statement, taken) is not { } region)
                continue;
            var last = region.FromLast().TakeWhile(calls.ContainsKey).Select(statement => calls[statement].Call).Reverse().ToList();
            if (!last.Contains(call) || MovePlan.For(region, last, model) is not { } move || replaced.Any(other => other.Span.IntersectsWith(move.Replaced.Span)))
                continue;
            replaced.Add(move.Replaced);
            yield return move;
        }
    }
}
