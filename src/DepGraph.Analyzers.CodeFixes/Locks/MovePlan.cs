using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>Moves the last calls of a held region behind it.</summary>
internal static class MovePlan
{
    /// <summary>
    /// What replaces the region's last statement: declarations, the region without the calls, the calls.
    /// Null where a call cannot be moved as it is, or where nothing would be left for the lock to guard: it is there to serialize the calls.
    /// </summary>
    public static CallbackMove? For(LockedRegion region, IReadOnlyList<LockedCall> calls, SemanticModel model)
    {
        var taken = FreeName.TakenIn(region.End);
        var snapshots = new Snapshots(model, region.IsSequence ? calls[0].Statement : region.End, taken);
        var filled = new Dictionary<StatementSyntax, IReadOnlyList<StatementSyntax>>();
        var moved = new List<StatementSyntax>();
        foreach (var call in calls)
        {
            var first = snapshots.Assignments.Count;
            if (Rewritten(call, snapshots, model) is not { } behind)
                return null;
            filled[call.Statement] = snapshots.Assignments.Skip(first).ToList();
            moved.Add(behind.WithLeadingTrivia(call.Statement.GetLeadingTrivia()).WithTrailingTrivia(call.Statement.GetTrailingTrivia())
                .WithAdditionalAnnotations(Formatter.Annotation));
        }

        return region.HoldsMoreThan([.. filled.Keys]) || snapshots.ReadOwnState
            ? new CallbackMove(region, snapshots.Declarations, filled, moved)
            : null;
    }

    private static StatementSyntax? Rewritten(LockedCall call, Snapshots snapshots, SemanticModel model)
    {
        var target = call.Target;
        if (target is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
            target = suppressed.Operand;
        var copied = target is null or BaseExpressionSyntax ? target : snapshots.Of(target, NameOf(target));
        if (target != null && copied is null || Arguments(call, snapshots, model) is not { } arguments)
            return null;

        ExpressionSyntax rewritten = call switch
        {
            { IsConditional: true } => SyntaxFactory.ConditionalAccessExpression(
                copied!,
                SyntaxFactory.InvocationExpression(
                    SyntaxFactory.MemberBindingExpression((call.Call.Expression as MemberBindingExpressionSyntax)?.Name
                        ?? SyntaxFactory.IdentifierName("Invoke")),
                    arguments)),
            { Call.Expression: MemberAccessExpressionSyntax member } when target != null && member.Expression == call.Target =>
                call.Call.WithExpression(member.WithExpression(Called(copied!, call))).WithArgumentList(arguments).WithoutTrivia(),
            _ => call.Call.WithExpression(copied is null ? call.Call.Expression : Called(copied, call)).WithArgumentList(arguments).WithoutTrivia(),
        };
        if (call.IsAwaited)
            rewritten = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), rewritten);
        return SyntaxFactory.ExpressionStatement(rewritten);
    }

    private static ExpressionSyntax Called(ExpressionSyntax copied, LockedCall call) =>
        call.Target is PostfixUnaryExpressionSyntax ? SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, copied) : copied;

    private static ArgumentListSyntax? Arguments(LockedCall call, Snapshots snapshots, SemanticModel model)
    {
        var method = model.GetSymbolInfo(call.Call).Symbol as IMethodSymbol;
        var arguments = call.Call.ArgumentList;
        for (var i = 0; i < call.Call.ArgumentList.Arguments.Count; i++)
        {
            var argument = call.Call.ArgumentList.Arguments[i];
            if (!argument.RefKindKeyword.IsKind(SyntaxKind.None))
                return null;
            var name = method != null && i < method.Parameters.Length ? method.Parameters[i].Name : "value";
            if (snapshots.Of(argument.Expression, name) is not { } copied)
                return null;
            arguments = arguments.ReplaceNode(arguments.Arguments[i].Expression, copied.WithTriviaFrom(argument.Expression));
        }

        return arguments.WithoutTrivia();
    }

    private static string NameOf(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "callback",
    };
}
