using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Methods that keep a delegate, or the object that holds it, beyond those that add to a collection.</summary>
internal static class KeepingMethods
{
    private static readonly MethodTable Table = new(
        ("RenderTreeBuilder", ["AddAttribute", "AddComponentParameter", "AddElementReferenceCapture", "AddComponentReferenceCapture"]),
        ("UnityEvent", ["AddListener"]),
        ("WeakEventManager", ["AddHandler"]),
        ("PropertyChangedEventManager", ["AddHandler"]),
        ("UIElement", ["AddHandler"]),
        ("WeakReference", ["SetTarget"]),
        ("TaskCompletionSource", ["SetResult", "TrySetResult"]),
        ("EndpointRouteBuilderExtensions", ["Map", "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback"]));

    public static bool Contain(IMethodSymbol method) => Table.Contain(method);
}
