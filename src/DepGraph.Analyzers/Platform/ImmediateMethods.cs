using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The methods of the platform that run a delegate or a comparer they are given before they return.</summary>
internal static class ImmediateMethods
{
    public static bool Runs(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (Deferred.IsOperator(type))
            return !Deferred.Is(method);
        return type.Name switch
        {
            "Array" or "String" or "Span" or "MemoryExtensions" => Framework.IsIn(type, "System"),
            "List" or "HashSet" or "SortedSet" or "LinkedList" or "CollectionExtensions" => Framework.IsIn(type, "System.Collections.Generic"),
            "ConcurrentDictionary" => method.Name is "GetOrAdd" or "AddOrUpdate",
            "ConditionalWeakTable" => method.Name is "GetValue" or "GetOrAdd",
            "LazyInitializer" or "SpinWait" => Framework.IsIn(type, "System.Threading"),
            "Parallel" => Framework.IsIn(type, "System.Threading.Tasks"),
            "ExecutionContext" => method.Name == "Run",
            "SynchronizationContext" => method.Name == "Send",
            "Dispatcher" or "Control" or "ISynchronizeInvoke" => method.Name is "Invoke",
            "Regex" => method.Name == "Replace",
            "ImmutableInterlocked" => true,
            "Volatile" or "Interlocked" => false,
            _ => type.Name.StartsWith("Immutable", StringComparison.Ordinal) && Framework.IsIn(type, "System.Collections.Immutable"),
        };
    }
}
