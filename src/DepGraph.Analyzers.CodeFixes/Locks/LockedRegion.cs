using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>The end of a held region as it is written: the statements at its end, and the statement behind which the lock is free.</summary>
internal sealed class LockedRegion
{
    private readonly SyntaxNode _taken;

    private LockedRegion(StatementSyntax end, SyntaxNode body, SyntaxNode taken, bool isSequence)
    {
        End = end;
        Body = body;
        _taken = taken;
        IsSequence = isSequence;
    }

    /// <summary>The <c>lock</c>, <c>using</c> or <c>try</c>, or the call that releases the lock.</summary>
    public StatementSyntax End { get; }

    /// <summary>The block whose last statements run last under the lock, or the lock's only statement.</summary>
    public SyntaxNode Body { get; }

    /// <summary>The lock is taken and released by calls that stand in the same block as the callback.</summary>
    public bool IsSequence { get; }

    /// <summary>The statements of the region from last to first, for as long as nothing runs between them and the end.</summary>
    public IEnumerable<StatementSyntax> FromLast()
    {
        if (Body is not BlockSyntax block)
            return [(StatementSyntax)Body];
        var statements = IsSequence ? block.Statements.TakeWhile(statement => statement != End) : block.Statements;
        return statements.Reverse();
    }

    /// <summary>Whether anything runs under the lock but these.</summary>
    public bool HoldsMoreThan(IReadOnlyCollection<StatementSyntax> statements) =>
        FromLast().TakeWhile(statement => !statement.Span.Contains(_taken.Span)).Any(statement => !statements.Contains(statement));

    /// <summary>The region that ends right behind a statement; null where the statement is not the last of one.</summary>
    /// <param name="taken">Where the lock is taken.</param>
    public static LockedRegion? EndingAfter(StatementSyntax statement, SyntaxNode taken)
    {
        var body = (SyntaxNode)statement;
        if (statement.Parent is BlockSyntax block)
        {
            if (ReleaseBehind(statement, block, taken) is { } release)
                return CanStandBehind(release) ? new LockedRegion(release, block, taken, isSequence: true) : null;
            body = block;
        }

        StatementSyntax? end = body.Parent switch
        {
            LockStatementSyntax held when held.Expression.Span.Contains(taken.Span) => held,
            UsingStatementSyntax scope when scope.Span.Contains(taken.Span) && !body.Span.Contains(taken.Span) => scope,
            TryStatementSyntax { Catches.Count: 0, Finally: { } last } held when held.Block == body && Releases(last, taken) => held,
            _ => null,
        };
        return end != null && CanStandBehind(end) ? new LockedRegion(end, body, taken, isSequence: false) : null;
    }

    private static StatementSyntax? ReleaseBehind(StatementSyntax statement, BlockSyntax block, SyntaxNode taken)
    {
        for (var next = block.Statements.IndexOf(statement) + 1; next < block.Statements.Count; next++)
        {
            if (LockRelease.Is(block.Statements[next], taken))
                return block.Statements[next];
            if (block.Statements[next] is not (ExpressionStatementSyntax or IfStatementSyntax))
                return null;
        }

        return null;
    }

    private static bool Releases(FinallyClauseSyntax last, SyntaxNode taken) =>
        last.Block.DescendantNodes().OfType<StatementSyntax>().Any(statement => LockRelease.Is(statement, taken))
            && last.Block.Statements.Count == 1;

    private static bool CanStandBehind(StatementSyntax end) =>
        end.Parent is BlockSyntax or SwitchSectionSyntax or IfStatementSyntax or ElseClauseSyntax or ForEachStatementSyntax or ForStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax;
}
