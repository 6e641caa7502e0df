using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>How a function runs: at once and whole, or on after the call has returned.</summary>
internal static class ClosureBody
{
    /// <summary>What a call gives that still runs code at <paramref name="uses"/>; null where all of it has run by then.</summary>
    public static Carrier? Result(IMethodSymbol method, SyntaxNode body, IEnumerable<SyntaxNode> uses)
    {
        if (FunctionSyntax.Yields(body))
            return Carrier.SequenceOf(null);
        return method.IsAsync && uses.Any(use => RunsAfterAnAwait(body, use)) ? Carrier.Running : null;
    }

    public static Carrier? Result(IOperation closure, IEnumerable<SyntaxNode> uses) =>
        Result(closure.ClosureSymbol()!, closure.Syntax, uses);

    public static bool RunsAfterAnAwait(SyntaxNode body, SyntaxNode use)
    {
        // A use in a nested function runs when that one does; its place in the body says nothing.
        if (use.FirstAncestorOrSelf<SyntaxNode>(FunctionSyntax.IsFunction) != body)
            return true;

        foreach (var pause in FunctionSyntax.OwnNodes(body).Where(Pauses))
        {
            if (pause.Span.End <= use.SpanStart)
                return true;
            if (pause.Ancestors().TakeWhile(a => a != body).Any(a => a is StatementSyntax && IsLoop(a) && a.Span.Contains(use.Span)))
                return true;
        }

        return false;
    }

    private static bool Pauses(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        CommonForEachStatementSyntax loop => loop.AwaitKeyword != default,
        _ => false,
    };

    private static bool IsLoop(SyntaxNode node) =>
        node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
}
