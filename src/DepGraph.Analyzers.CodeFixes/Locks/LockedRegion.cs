using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>The end of a held region as it is written: the statements at its end, and the statement behind which the lock is free.</summary>
internal sealed class LockedRegion
{
    private LockedRegion(StatementSyntax end, SyntaxNode body, bool isSequence)
    {
        End = end;
        Body = body;
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

    /// <summary>The region that ends right behind a statement; null where the statement is not the last of one.</summary>
    /// <param name="taken">Where the lock is taken.</param>
    public static LockedRegion? EndingAfter(StatementSyntax statement, SyntaxNode taken)
    {
        var body = (SyntaxNode)statement;
        if (statement.Parent is BlockSyntax block)
        {
            if (ReleaseBehind(statement, block) is { } release)
                return CanStandBehind(release) ? new LockedRegion(release, block, isSequence: true) : null;
            body = block;
        }

        StatementSyntax? end = body.Parent switch
        {
            LockStatementSyntax held when held.Expression.Span.Contains(taken.Span) => held,
            UsingStatementSyntax scope when scope.Span.Contains(taken.Span) && !body.Span.Contains(taken.Span) => scope,
            TryStatementSyntax { Catches.Count: 0, Finally: { } last } held when held.Block == body && Releases(last) => held,
            _ => null,
        };
        return end != null && CanStandBehind(end) ? new LockedRegion(end, body, isSequence: false) : null;
    }

    private static StatementSyntax? ReleaseBehind(StatementSyntax statement, BlockSyntax block)
    {
        for (var next = block.Statements.IndexOf(statement) + 1; next < block.Statements.Count; next++)
        {
            if (IsRelease(block.Statements[next]))
                return block.Statements[next];
            if (block.Statements[next] is not (ExpressionStatementSyntax or IfStatementSyntax))
                return null;
        }

        return null;
    }

    private static bool Releases(FinallyClauseSyntax last) =>
        last.Block.DescendantNodes().OfType<StatementSyntax>().Any(IsRelease)
            && last.Block.Statements.Count == 1;

    private static bool IsRelease(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax
        {
            Expression: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: var name }
            }
        }
            && (name is "Exit" or "Release" or "ReleaseMutex" or "Dispose"
                || (name.StartsWith("Exit", StringComparison.Ordinal) && name.EndsWith("Lock", StringComparison.Ordinal)));

    private static bool CanStandBehind(StatementSyntax end) =>
        end.Parent is BlockSyntax or SwitchSectionSyntax or IfStatementSyntax or ElseClauseSyntax or ForEachStatementSyntax or ForStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax;
}
