using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The methods of the platform that run a delegate or a comparer they are given before they return.</summary>
internal static class ImmediateMethods
{
    /// <summary>For DG1002, which asks for the method.</summary>
    private static readonly MethodTable UnderLocks = new(
        ("System.Array", []),
        ("System.String", []),
        ("System.Span", []),
        ("System.MemoryExtensions", []),
        ("System.Collections.Generic.List", []),
        ("System.Collections.Generic.HashSet", []),
        ("System.Collections.Generic.SortedSet", []),
        ("System.Collections.Generic.LinkedList", []),
        ("System.Collections.Generic.CollectionExtensions", []),
        ("System.Threading.LazyInitializer", []),
        ("System.Threading.SpinWait", []),
        ("System.Threading.Tasks.Parallel", []),
        ("ConcurrentDictionary", ["GetOrAdd", "AddOrUpdate"]),
        ("ConditionalWeakTable", ["GetValue", "GetOrAdd"]),
        ("ExecutionContext", ["Run"]),
        ("SynchronizationContext", ["Send"]),
        ("Dispatcher", ["Invoke"]),
        ("Control", ["Invoke"]),
        ("ISynchronizeInvoke", ["Invoke"]),
        ("Regex", ["Replace"]),
        ("ImmutableInterlocked", []));

    /// <summary>For DG1001, which asks for the type alone; collections run what they are given too.</summary>
    private static readonly MethodTable OnClosures = new(
        ("Array", []),
        ("String", []),
        ("StringBuilder", []),
        ("MemoryExtensions", []),
        ("CollectionExtensions", []),
        ("CollectionsMarshal", []),
        ("LazyInitializer", []),
        ("SpinWait", []),
        ("Parallel", []),
        ("ExecutionContext", []),
        ("SynchronizationContext", []),
        ("Regex", []),
        ("ImmutableInterlocked", []));

    public static bool Runs(IMethodSymbol method) =>
        Linq.IsOperator(method) ? !Linq.IsDeferred(method)
            : UnderLocks.Contain(method)
                || (method.ContainingType is var type && type.Name.StartsWith("Immutable", StringComparison.Ordinal)
                    && Framework.IsIn(type, "System.Collections.Immutable"));

    /// <summary>For DG1001.</summary>
    public static bool AreOf(ITypeSymbol type) => OnClosures.Contain(type);
}
