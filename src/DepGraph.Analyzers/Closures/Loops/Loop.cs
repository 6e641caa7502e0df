using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Closures.Loops;

/// <summary>A loop of any kind, as the stretch of source that runs again and again.</summary>
/// <param name="syntax">The loop statement, or the label a <c>goto</c> jumps back to.</param>
/// <param name="span">From the start of the loop to its end.</param>
/// <param name="once">The part of <paramref name="span"/> that runs once: the initializer of a <c>for</c>, the collection of a <c>foreach</c>.</param>
internal sealed class Loop(SyntaxNode syntax, TextSpan span, TextSpan once)
{
    public SyntaxNode Syntax { get; } = syntax;

    public TextSpan Span { get; } = span;

    /// <summary>What the loop is called in messages.</summary>
    public string Keyword => Syntax.Kind() switch
    {
        SyntaxKind.LabeledStatement => "goto",
        SyntaxKind.ForStatement => "for",
        SyntaxKind.WhileStatement => "while",
        SyntaxKind.DoStatement => "do",
        _ => "foreach",
    };

    public bool Repeats(TextSpan part) => Span.Contains(part) && (once.IsEmpty || !once.Contains(part));

    /// <summary>Whether code from this part of the source is within the loop; the steps of a <c>foreach</c> count as its collection's.</summary>
    public bool Holds(TextSpan part) => Syntax is ForStatementSyntax ? Repeats(part) : Span.Contains(part);

    /// <summary>Whether each iteration has a variable of its own, so that no other iteration can change it.</summary>
    public bool MakesAnew(ISymbol variable)
    {
        var declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration == null || !Repeats(declaration.Span))
            return false;

        // A goto backward within one block does not leave the block, so its variables live on.
        return Syntax is not LabeledStatementSyntax label
            || declaration.Parent?.FirstAncestorOrSelf<BlockSyntax>()?.Span.Contains(label.SpanStart) != true;
    }

    /// <summary>Whether the variable stands in the header of this <c>for</c>.</summary>
    public bool Declares(ISymbol variable) =>
        variable.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && !once.IsEmpty && once.Contains(declaration.Span);

    /// <summary>Whether the loop goes on or ends by the variable's value.</summary>
    public bool Controls(ISymbol variable) => Declares(variable) || Condition()?.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == variable.Name) == true;

    private ExpressionSyntax? Condition() => Syntax switch
    {
        ForStatementSyntax s => s.Condition,
        WhileStatementSyntax s => s.Condition,
        DoStatementSyntax s => s.Condition,
        _ => null,
    };

    /// <summary>The loops around a node, the innermost first, up to the function that holds it.</summary>
    public static IEnumerable<Loop> Around(SyntaxNode node)
    {
        for (var parent = node.Parent; parent != null && !IsFunction(parent); parent = parent.Parent)
        {
            var loop = parent switch
            {
                ForStatementSyntax s => new Loop(s, s.Span, TextSpan.FromBounds(s.OpenParenToken.Span.End, s.FirstSemicolonToken.SpanStart)),
                CommonForEachStatementSyntax s => new Loop(s, s.Span, s.Expression.Span),
                DoStatementSyntax { Condition.RawKind: (int)SyntaxKind.FalseLiteralExpression } => null, // runs once
                WhileStatementSyntax or DoStatementSyntax => new Loop(parent, parent.Span, default),
                _ => null,
            };
            if (loop != null && loop.Repeats(node.Span))
                yield return loop;

            if (parent is BlockSyntax or SwitchSectionSyntax)
            {
                foreach (var jump in JumpsBack(parent, node))
                    yield return jump;
            }
        }
    }

    private static IEnumerable<Loop> JumpsBack(SyntaxNode block, SyntaxNode node)
    {
        foreach (var label in block.ChildNodes().OfType<LabeledStatementSyntax>())
        {
            if (label.SpanStart > node.SpanStart)
                yield break;

            var end = block.DescendantNodes(child => child == block || !IsFunction(child))
                .OfType<GotoStatementSyntax>()
                .Where(jump => jump.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == label.Identifier.ValueText)
                .Select(jump => jump.Span.End)
                .DefaultIfEmpty(0)
                .Max();
            if (end >= node.Span.End)
                yield return new Loop(label, TextSpan.FromBounds(label.SpanStart, end), default);
        }
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax;

    /// <summary>The smallest operation that holds all of the loop.</summary>
    public IOperation OperationAround(IOperation inside)
    {
        var operation = inside;
        while (operation.Parent is { } parent && !operation.Syntax.Span.Contains(Span) && !parent.IsClosure())
            operation = parent;
        return operation;
    }
}
