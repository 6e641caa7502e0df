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

    /// <summary>For DG1001: a sequence that is pushed keeps its delegates too.</summary>
    private static readonly MethodTable OfObservables = new(
        ("System.Reactive.Linq.Observable", []));

    public static bool IsOperator(IMethodSymbol method) => Operators.Contain(method);

    /// <summary>For DG1001.</summary>
    public static bool IsOperatorOnClosures(IMethodSymbol method) => IsOperator(method) || OfObservables.Contain(method);

    /// <summary>It does nothing until its result is enumerated.</summary>
    public static bool IsDeferred(IMethodSymbol method) =>
        IsOperator(method)
            && method.Name is not ("ToLookup" or "ToList" or "ToArray" or "ToDictionary" or "ToHashSet")
            && SequenceTypes.Are(method.ReturnType, SequenceUse.Query);
}
