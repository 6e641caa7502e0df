using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>What all analyses of one compilation share.</summary>
internal sealed class EscapeContext(Compilation compilation)
{
    public Compilation Compilation { get; } = compilation;

    public LocalFunctionUses LocalFunctionUses { get; } = new();
}
