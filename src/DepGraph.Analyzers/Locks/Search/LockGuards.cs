using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Conditions that may ask, by their words, whether the lock is held already.</summary>
internal static class LockGuards
{
    private static readonly string[] Words =
        ["held", "lock", "taken", "acquire", "owned", "owner", "enter", "reentr", "recurs", "nested", "inside", "CurrentCount"];

    /// <summary>Around the call, or before it where it leaves the code: <c>if (_isHeld) return;</c>.</summary>
    public static bool StandBefore(SyntaxNode call)
    {
        for (var at = call; at.Parent is { } parent && !FunctionSyntax.IsFunction(at); at = parent)
        {
            var condition = parent switch
            {
                IfStatementSyntax choice when choice.Condition != at => choice.Condition,
                WhileStatementSyntax loop when loop.Condition != at => loop.Condition,
                ConditionalExpressionSyntax choice when choice.Condition != at => choice.Condition,
                SwitchStatementSyntax choice when choice.Expression != at => choice.Expression,
                BinaryExpressionSyntax both when both.Right == at => both.Left,
                _ => null,
            };
            if (condition != null && AsksForLock(condition))
                return true;
            if (parent is BlockSyntax block && block.Statements.TakeWhile(statement => statement != at).Any(Leaves))
                return true;
        }

        return false;
    }

    private static bool Leaves(StatementSyntax statement) =>
        statement is IfStatementSyntax choice && AsksForLock(choice.Condition)
            && choice.DescendantNodes().Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax);

    private static bool AsksForLock(ExpressionSyntax condition) => condition.DescendantNodesAndSelf(node => !Takes(node)).OfType<IdentifierNameSyntax>()
        .Any(name => Words.Any(word => name.Identifier.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) || IsFlag(name));

    /// <summary><c>if (!_lock.Wait(0))</c> does not ask whether the lock is held, it takes it.</summary>
    private static bool Takes(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } && LockMethods.Take(method);

    /// <summary>A <c>bool</c> a caller hands in may say anything.</summary>
    private static bool IsFlag(IdentifierNameSyntax name) =>
        name.Ancestors().Where(FunctionSyntax.IsFunction).SelectMany(ParametersOf)
            .Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText && parameter.Type?.ToString() is "bool" or "bool?");

    private static IEnumerable<ParameterSyntax> ParametersOf(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
        LocalFunctionStatementSyntax local => local.ParameterList.Parameters,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
        _ => [],
    };
}
