using System.Collections.Immutable;
using System.Composition;
using DepGraph.Analyzers.Locks.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>Moves a callback that ends a held region behind it, with what it needs copied under the lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveBehindLockFix))]
[Shared]
public sealed class MoveBehindLockFix() : LockFix("Invoke after releasing the lock", LockRules.MoveBehindLock)
{
    /// <summary>Every call is moved that ends its region, or stands before others that do.</summary>
    private protected override SyntaxNode? Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        var moves = Moves(root, model, Own(findings)).ToList();
        if (moves.Count == 0)
            return null;
        var current = root.TrackNodes(moves.Select(move => move.Replaced));
        foreach (var move in moves)
        {
            if (current.GetCurrentNode(move.Replaced) is { } replaced)
                current = move.ApplyTo(current, replaced);
        }

        return current;
    }

    private static IEnumerable<CallbackMove> Moves(SyntaxNode root, SemanticModel model, IEnumerable<Diagnostic> findings)
    {
        var calls = new Dictionary<SyntaxNode, (LockedCall Call, SyntaxNode Taken)>();
        foreach (var finding in findings)
        {
            var taken = finding.AdditionalLocations[1];
            if (taken.SourceTree == root.SyntaxTree
                && LockedCall.Around(root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true), model) is { } call)
                calls[call.Statement] = (call, root.FindNode(taken.SourceSpan, getInnermostNodeForTie: true));
        }

        var replaced = new List<SyntaxNode>();
        foreach (var (call, taken) in calls.Values)
        {
            if (LockedRegion.EndingAfter(call.Statement, taken) is not { } region)
                continue;
            var last = region.FromLast().TakeWhile(calls.ContainsKey).Select(statement => calls[statement].Call).Reverse().ToList();
            if (!last.Contains(call) || MovePlan.For(region, last, model) is not { } move
                || replaced.Any(other => other.Span.IntersectsWith(move.Replaced.Span)))
                continue;
            replaced.Add(move.Replaced);
            yield return move;
        }
    }
}
