using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Methods that have a delegate run on its own, later or on another thread.</summary>
internal static class SchedulingMethods
{
    private static readonly MethodTable Table = new(
        ("Task", ["Run", "ContinueWith"]),
        ("TaskFactory", ["StartNew", "ContinueWhenAll", "ContinueWhenAny", "FromAsync"]),
        ("ThreadPool", ["QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject", "UnsafeRegisterWaitForSingleObject"]),
        ("TimeProvider", ["CreateTimer"]),
        ("CancellationToken", ["Register", "UnsafeRegister"]),
        ("SynchronizationContext", ["Post"]),
        ("ChangeToken", ["OnChange"]),
        ("IChangeToken", ["RegisterChangeCallback"]),
        ("IObservable", ["Subscribe"]),
        ("ObservableExtensions", ["Subscribe", "SubscribeSafe"]),
        ("TaskAwaiter", ["OnCompleted", "UnsafeOnCompleted"]),
        ("INotifyCompletion", ["OnCompleted"]),
        ("JoinableTaskFactory", ["RunAsync"]),
        ("Dispatcher", ["BeginInvoke", "InvokeAsync", "Post", "RunAsync"]),
        ("DispatcherQueue", ["TryEnqueue"]),
        ("CoreDispatcher", ["RunAsync", "TryRunAsync", "RunIdleAsync"]),
        ("Control", ["BeginInvoke", "InvokeAsync"]),
        ("ComponentBase", ["InvokeAsync"]),
        ("IDispatcher", ["Dispatch", "DispatchDelayed", "StartTimer"]),
        ("MainThread", ["BeginInvokeOnMainThread", "InvokeOnMainThreadAsync"]),
        ("Device", ["BeginInvokeOnMainThread", "StartTimer"]));

    public static bool Contain(IMethodSymbol method) => Table.Contain(method);
}
