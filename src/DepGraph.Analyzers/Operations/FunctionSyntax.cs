using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Operations;

/// <summary>What a function's text says of how it runs.</summary>
internal static class FunctionSyntax
{
    public static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    /// <summary>The nodes below a function, without those of the functions inside it.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function) => function.DescendantNodes(node => node == function || !IsFunction(node));

    /// <summary>It is an iterator: its code runs when the result is enumerated.</summary>
    public static bool Yields(SyntaxNode function) => OwnNodes(function).Any(node => node is YieldStatementSyntax);
}
