using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>LINQ operators.</summary>
internal static class Linq
{
    private static readonly MethodTable Operators = new(
        ("System.Linq.Enumerable", []),
        ("System.Linq.Queryable", []),
        ("System.Linq.ParallelEnumerable", []),
        ("System.Linq.AsyncEnumerable", []));

    /// <summary>For DG1001: in any namespace of the platform, and those of Rx.</summary>
    private static readonly MethodTable OperatorsOnClosures = new(
        ("Enumerable", []),
        ("Queryable", []),
        ("ParallelEnumerable", []),
        ("AsyncEnumerable", []),
        ("Observable", []));

    public static bool IsOperator(IMethodSymbol method) => Operators.Contain(method);

    /// <summary>For DG1001.</summary>
    public static bool IsOperatorOnClosures(IMethodSymbol method) => OperatorsOnClosures.Contain(method) && method.ContainingType.IsSystem();

    /// <summary>It does nothing until its result is enumerated.</summary>
    public static bool IsDeferred(IMethodSymbol method) =>
        IsOperator(method)
            && method.Name is not ("ToLookup" or "ToList" or "ToArray" or "ToDictionary" or "ToHashSet")
            && SequenceTypes.Are(method.ReturnType, SequenceUse.Query);
}
