using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The members of the platform that exist to call back.</summary>
internal static class CallbackMembers
{
    private static readonly MethodTable Cancelling = new(
        ("System.Threading.CancellationTokenSource", ["Cancel"]));

    /// <summary>They take a token, and register nothing of others with it.</summary>
    private static readonly MethodTable Waiting = new(
        ("System.Threading.Tasks.Task", ["Delay", "Wait", "WaitAsync", "WaitAll", "WaitAny", "Run"]),
        ("System.Threading.Tasks.TaskFactory", ["StartNew"]),
        ("System.Threading.SemaphoreSlim", ["Wait", "WaitAsync"]),
        ("System.Threading.ManualResetEventSlim", ["Wait"]),
        ("System.Threading.CountdownEvent", ["Wait"]),
        ("System.Threading.PeriodicTimer", ["WaitForNextTickAsync"]),
        ("System.Threading.Channels.ChannelReader", ["ReadAsync", "WaitToReadAsync", "ReadAllAsync"]),
        ("System.Threading.Channels.ChannelWriter", ["WriteAsync", "WaitToWriteAsync"]),
        ("System.Collections.Concurrent.BlockingCollection", ["Add", "TryAdd", "Take", "TryTake", "GetConsumingEnumerable"]));

    private static readonly MethodTable Completing = new(
        ("System.Threading.Tasks.TaskCompletionSource",
            ["SetResult", "TrySetResult", "SetException", "TrySetException", "SetCanceled", "TrySetCanceled", "SetFromTask", "TrySetFromTask"]));

    private static readonly MethodTable Reflecting = new(
        ("System.Reflection.MethodBase", ["Invoke"]),
        ("System.Reflection.MethodInfo", ["Invoke"]),
        ("System.Reflection.MethodInvoker", ["Invoke"]),
        ("System.Type", ["InvokeMember"]));

    private static readonly MethodTable Making = new(
        ("System.Activator", ["CreateInstance"]),
        ("System.Reflection.ConstructorInfo", ["Invoke"]),
        ("System.Reflection.ConstructorInvoker", ["Invoke"]));

    private static readonly MethodTable Observers = new(
        ("System.IObserver", []),
        ("System.IObservable", []),
        ("System.IProgress", []));

    private static readonly MethodTable Comparers = new(
        ("System.Collections.IComparer", []),
        ("System.Collections.IEqualityComparer", []),
        ("System.Collections.Generic.IComparer", []),
        ("System.Collections.Generic.IEqualityComparer", []));

    public static bool IsCancel(IMethodSymbol method) => Cancelling.Contain(method);

    /// <summary>A token handed to it can only end a wait.</summary>
    public static bool OnlyWait(IMethodSymbol method) => Waiting.Contain(method);

    /// <summary>What it gives back is cancelled with the token.</summary>
    public static bool LinksTokens(IMethodSymbol method) =>
        method is { Name: "CreateLinkedTokenSource", ContainingType.Name: "CancellationTokenSource" };

    public static bool IsCompletion(IMethodSymbol method) => Completing.Contain(method);

    public static bool IsCompletionSource(ITypeSymbol type) => Completing.Contain(type);

    public static bool IsReflection(IMethodSymbol method) => Reflecting.Contain(method);

    /// <summary>Interfaces of the platform that users implement in order to be called.</summary>
    public static bool IsCallbackInterface(ITypeSymbol type) => Observers.Contain(type) || IsComparer(type);

    /// <summary>It makes an object of a type that is known only when it runs.</summary>
    public static bool MakesByReflection(IMethodSymbol method) => Making.Contain(method);

    public static bool IsObserver(ITypeSymbol type) => type.Name == "IObserver" && Observers.Contain(type);

    public static bool IsObserverOrObservable(ITypeSymbol type) => type.Name != "IProgress" && Observers.Contain(type);

    public static bool IsComparer(ITypeSymbol type) => Comparers.Contain(type);
}
