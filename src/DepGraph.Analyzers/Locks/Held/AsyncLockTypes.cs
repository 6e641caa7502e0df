using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>
/// Asynchronous locks of assemblies that are no package known here: a type called <c>AsyncLock</c> whose method hands out a scope.
/// One of this compilation is read from its source instead.
/// </summary>
internal static class AsyncLockTypes
{
    private const string Name = "AsyncLock";

    public static readonly LockMethod Method = new(Name, "", LockKind.AsyncLock, takes: true, package: "");

    public static bool Have(IMethodSymbol method, IAssemblySymbol compiled) =>
        method is { IsStatic: false, ContainingType: { Name: Name } type }
            && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compiled)
            && IsScope(method.ReturnType);

    private static bool IsScope(ITypeSymbol returned) =>
        returned is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } inner }
            ? IsScope(inner[0])
            : IsDisposable(returned) || returned.AllInterfaces.Any(IsDisposable);

    private static bool IsDisposable(ITypeSymbol type) => type is { Name: "IDisposable" or "IAsyncDisposable", TypeKind: TypeKind.Interface };
}
