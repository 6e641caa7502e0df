using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>The statement that releases a lock taken by a call.</summary>
internal static class LockRelease
{
    /// <param name="taken">Where the lock is taken.</param>
    public static bool Is(StatementSyntax statement, SyntaxNode taken) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } release }
            && HasTheName(member.Name.Identifier.ValueText)
            && !IsLockStatement(taken)
            && taken.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } take
            && (IsOfTheSameLock(take, release) || IsScope(member.Expression, take));

    private static bool HasTheName(string name) =>
        name is "Exit" or "Release" or "ReleaseMutex" or "Dispose"
            || (name.StartsWith("Exit", StringComparison.Ordinal) && name.EndsWith("Lock", StringComparison.Ordinal));

    private static bool IsLockStatement(SyntaxNode taken) => taken.FirstAncestorOrSelf<LockStatementSyntax>()?.Expression.Span.Contains(taken.Span) == true;

    private static bool IsOfTheSameLock(InvocationExpressionSyntax take, InvocationExpressionSyntax release) =>
        LockObject(take) is { } taken && LockObject(release) is { } released && SyntaxFactory.AreEquivalent(taken, released);

    /// <summary>What the call is made on, or given where it is a static one of Monitor.</summary>
    private static ExpressionSyntax? LockObject(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: var on } when IsMonitor(on) => call.ArgumentList.Arguments.FirstOrDefault()?.Expression,
        MemberAccessExpressionSyntax { Expression: var on } => on,
        _ => null,
    };

    private static bool IsMonitor(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: "Monitor" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Monitor" };

    /// <summary><c>var scope = gate.EnterScope(); ... scope.Dispose();</c></summary>
    private static bool IsScope(ExpressionSyntax released, InvocationExpressionSyntax take) =>
        released is IdentifierNameSyntax name
            && take.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText == name.Identifier.ValueText;
}
