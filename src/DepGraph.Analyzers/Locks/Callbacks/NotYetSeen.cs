using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>An object that was made a few statements before, and that nobody was shown since: there is nobody who could listen to it.</summary>
internal static class NotYetSeen
{
    public static bool Is(IOperation value, Body? body, Bodies bodies)
    {
        value = value is IFlowCaptureReferenceOperation capture && body?.FirstCaptured(capture.Id) is { } captured ? captured : value;
        value = Unwrap.Converted(value);
        if (body is null || value is not (ILocalReferenceOperation or IFieldReferenceOperation))
            return false;
        return CreatedBefore(value, bodies) is { } creation && !IsShownBetween(value, creation);
    }

    private static string NameOf(IOperation value) => value is ILocalReferenceOperation local ? local.Local.Name : ((IFieldReferenceOperation)value).Field.Name;

    /// <summary>The statement that last gives the variable a new object, in a block around its use.</summary>
    private static StatementSyntax? CreatedBefore(IOperation value, Bodies bodies)
    {
        foreach (var within in value.Syntax.AncestorsAndSelf().OfType<StatementSyntax>())
        {
            if (within.Parent is not BlockSyntax block)
                continue;
            for (var at = block.Statements.IndexOf(within) - 1; at >= 0; at--)
            {
                if (Creates(block.Statements[at], value, bodies))
                    return block.Statements[at];
            }
        }

        return null;
    }

    private static bool Creates(StatementSyntax statement, IOperation value, Bodies bodies) => statement switch
    {
        LocalDeclarationStatementSyntax declaration => value is ILocalReferenceOperation && declaration.Declaration.Variables.Any(declared =>
            declared.Initializer is { Value: var made } && Makes(made) && declared.Identifier.ValueText == NameOf(value)),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } =>
            Makes(assignment.Right) && IsSame(bodies.OperationOf(assignment.Left), value),
        _ => false,
    };

    private static bool Makes(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax
        or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateLinkedTokenSource" } };

    private static bool IsSame(IOperation? target, IOperation value) => (target, value) switch
    {
        (ILocalReferenceOperation assigned, ILocalReferenceOperation used) => SymbolEqualityComparer.Default.Equals(assigned.Local, used.Local),
        (IFieldReferenceOperation assigned, IFieldReferenceOperation used) =>
            SymbolEqualityComparer.Default.Equals(assigned.Field, used.Field) && assigned.Instance?.Kind == used.Instance?.Kind
                && used.Instance is null or IInstanceReferenceOperation,
        _ => false,
    };

    /// <summary>Named between the creation and the use, or anywhere in a loop or function that only the use is in. A field any method can show.</summary>
    private static bool IsShownBetween(IOperation value, StatementSyntax creation)
    {
        var (use, name) = (value.Syntax, NameOf(value));
        var block = creation.Parent!;
        var repeated = use.Ancestors().TakeWhile(node => node != block)
            .LastOrDefault(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        var end = repeated?.Span.End ?? use.SpanStart;
        return block.DescendantNodes().Any(node => node.SpanStart >= creation.Span.End && node.SpanStart < end && !use.Span.Contains(node.Span) && node switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
            InvocationExpressionSyntax or AwaitExpressionSyntax => value is IFieldReferenceOperation && !node.Span.Contains(use.Span),
            _ => false,
        });
    }
}
