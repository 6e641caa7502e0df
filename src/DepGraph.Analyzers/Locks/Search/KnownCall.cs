using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>A method, the type it is called from and the locks held there.</summary>
internal sealed record KnownCall(IMethodSymbol Method, INamedTypeSymbol From, string Held);
