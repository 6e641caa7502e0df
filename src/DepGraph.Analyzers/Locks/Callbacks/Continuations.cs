using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Functions that run when a task is over, and are given it: lambdas, and methods handed to <c>ContinueWith</c> and its like.</summary>
internal static class Continuations
{
    /// <summary>The parameter stands for a task or an asynchronous operation that is over.</summary>
    public static bool Give(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method
            && (method.MethodKind == MethodKind.AnonymousFunction || IsHandedOver(method));

    private static bool IsHandedOver(IMethodSymbol method)
    {
        Reads.Name(method.Name);
        var words = new WordSearch([method.Name]);
        foreach (var part in method.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var position in words.FindIn(part.SyntaxTree, part.Span))
            {
                if (part.SyntaxTree.GetRoot().FindToken(position).Parent is SimpleNameSyntax name && IsContinuation(name))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Handed by its name to a method, or made a callback; it is not called.</summary>
    private static bool IsContinuation(SyntaxNode name)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            name = access;
        if (name.Parent is not ArgumentSyntax { Parent.Parent: var taker })
            return false;
        return taker switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } =>
                called.StartsWith("Contin", StringComparison.Ordinal) || called.StartsWith("Begin", StringComparison.Ordinal),
            ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "AsyncCallback" } } => true,
            _ => false,
        };
    }
}
