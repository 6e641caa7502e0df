using System.Reflection;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary><c>[MethodImpl(MethodImplOptions.Synchronized)]</c>: the whole body runs under a lock.</summary>
internal static class SynchronizedMethod
{
    public static bool Is(IMethodSymbol? method) =>
        method != null && (method.MethodImplementationFlags & MethodImplAttributes.Synchronized) != 0;

    public static LockSet AtEntry(Body body)
    {
        if (body.Method is not { } method || !Is(method))
            return LockSet.Empty;
        var (path, name) = method.IsStatic
            ? ("typeof:" + method.ContainingType.ToDisplayString(), $"typeof({method.ContainingType.Name})")
            : (AccessPath.This, AccessPath.This);
        return LockSet.Empty.Take(new HeldLock(path, LockKind.Monitor, name, body.Syntax, isLockStatement: false), flag: null, scope: null);
    }
}
