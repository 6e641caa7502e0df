using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The members of the platform that exist to call back.</summary>
internal static class CallbackMembers
{
    public static bool IsCancel(IMethodSymbol method)
        => method is { Name: "Cancel", ContainingType.Name: "CancellationTokenSource" } && Framework.IsIn(method.ContainingType, "System.Threading");

    public static bool IsCompletion(IMethodSymbol method)
        => method.Name is "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" or "SetFromTask" or "TrySetFromTask"
            && IsCompletionSource(method.ContainingType);

    public static bool IsCompletionSource(ITypeSymbol type)
        => type.Name == "TaskCompletionSource" && Framework.IsIn(type, "System.Threading.Tasks");

    public static bool IsReflection(IMethodSymbol method) => (method.ContainingType.Name, method.Name) switch
    {
        ("MethodBase" or "MethodInfo" or "ConstructorInfo" or "MethodInvoker" or "ConstructorInvoker", "Invoke") => Framework.IsIn(method.ContainingType, "System.Reflection"),
        ("Type", "InvokeMember") => Framework.IsIn(method.ContainingType, "System"),
        _ => false,
    };

    /// <summary>Interfaces of the platform that users implement in order to be called.</summary>
    public static bool IsCallbackInterface(ITypeSymbol type)
        => type.Name is "IObserver" or "IProgress" or "IObservable" && Framework.IsIn(type, "System")
            || IsComparer(type);

    public static bool IsComparer(ITypeSymbol type)
        => type.Name is "IComparer" or "IEqualityComparer"
            && (Framework.IsIn(type, "System.Collections.Generic") || Framework.IsIn(type, "System.Collections"));
}
