using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>A statement that is nothing but a callback, taken apart: who is called, how, and with what.</summary>
internal sealed class LockedCall
{
    private LockedCall(StatementSyntax statement, InvocationExpressionSyntax call, ExpressionSyntax? target, bool isConditional, bool isAwaited)
    {
        Statement = statement;
        Call = call;
        Target = target;
        IsConditional = isConditional;
        IsAwaited = isAwaited;
    }

    /// <summary>The whole statement, with the <c>if</c> that guards it against null.</summary>
    public StatementSyntax Statement { get; }

    public InvocationExpressionSyntax Call { get; }

    /// <summary>The delegate or the object called; null for a member of <c>this</c> called by its name alone.</summary>
    public ExpressionSyntax? Target { get; }

    /// <summary>Nothing is called where the target is null.</summary>
    public bool IsConditional { get; }

    public bool IsAwaited { get; }

    /// <summary>The statement around a reported call; null where there is more to it than the call.</summary>
    public static LockedCall? Around(SyntaxNode reported, SemanticModel model)
    {
        if (reported.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement)
            return null;
        var expression = statement.Expression;
        var isAwaited = expression is AwaitExpressionSyntax;
        if (expression is AwaitExpressionSyntax awaited)
            expression = awaited.Expression;
        if (expression.Span != reported.Span)
            return null;
        return expression switch
        {
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax } call } access =>
                new LockedCall(statement, call, access.Expression, isConditional: true, isAwaited),
            InvocationExpressionSyntax call => OfCall(statement, call, isAwaited, model),
            _ => null,
        };
    }

    private static LockedCall OfCall(StatementSyntax statement, InvocationExpressionSyntax call, bool isAwaited, SemanticModel model)
    {
        var isDelegate = model.GetSymbolInfo(call).Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };
        var target = call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } member when isDelegate => member.Expression,
            var called when isDelegate => called,
            MemberAccessExpressionSyntax member => member.Expression,
            _ => null,
        };
        var guard = isDelegate && target != null && !isAwaited ? NullGuard(statement, target) : null;
        return new LockedCall(guard ?? statement, call, target, isConditional: guard != null, isAwaited);
    }

    /// <summary><c>if (target != null)</c> around nothing but the statement.</summary>
    private static IfStatementSyntax? NullGuard(StatementSyntax statement, ExpressionSyntax target)
    {
        var parent = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? block.Parent : statement.Parent;
        if (parent is not IfStatementSyntax { Else: null } guard)
            return null;
        var tested = guard.Condition switch
        {
            BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.NotEqualsExpression,
                Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }
            } notNull =>
                notNull.Left,
            IsPatternExpressionSyntax
            {
                Pattern: UnaryPatternSyntax
                {
                    Pattern: ConstantPatternSyntax
                    { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } }
                },
            } isNotNull => isNotNull.Expression,
            _ => null,
        };
        return tested != null && SyntaxFactory.AreEquivalent(tested, target) ? guard : null;
    }
}
