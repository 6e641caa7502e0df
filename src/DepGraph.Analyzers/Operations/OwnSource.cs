using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Operations;

internal static class OwnSource
{
    /// <summary>Where this compilation declares a symbol; empty for one of another assembly.</summary>
    /// <remarks>
    /// In an editor the methods of other projects have source as well, the same file even where both link it, and no semantic model of this
    /// compilation answers for it. They are what they are to the compiler, which sees their assembly only: methods without a body.
    /// </remarks>
    public static ImmutableArray<SyntaxReference> DeclarationsOf(this Compilation compilation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)
            ? symbol.DeclaringSyntaxReferences
            : ImmutableArray<SyntaxReference>.Empty;

    /// <summary>The definition of a method, and of a partial one the part that has the body.</summary>
    public static IMethodSymbol WithBody(this IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        return method.PartialImplementationPart ?? method;
    }

    /// <summary>Of a partial method the part that calls name.</summary>
    public static IMethodSymbol AsCalled(this IMethodSymbol method) => method.PartialDefinitionPart ?? method;
}
