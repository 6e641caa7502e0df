using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>LINQ operators that do nothing until their result is enumerated.</summary>
internal static class Deferred
{
    public static bool Is(IMethodSymbol method)
        => IsOperator(method.ContainingType)
            && method.Name is not ("ToLookup" or "ToList" or "ToArray" or "ToDictionary" or "ToHashSet")
            && method.ReturnType is INamedTypeSymbol { Name: "IEnumerable" or "IOrderedEnumerable" or "IQueryable" or "IOrderedQueryable" or "ParallelQuery" or "OrderedParallelQuery" or "IAsyncEnumerable" };

    public static bool IsOperator(INamedTypeSymbol? type)
        => type is { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" or "AsyncEnumerable" } && Framework.IsIn(type, "System.Linq");
}
