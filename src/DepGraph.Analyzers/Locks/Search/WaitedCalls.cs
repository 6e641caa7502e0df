using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Asynchronous calls whose end somebody waits for.</summary>
internal static class WaitedCalls
{
    /// <summary>What the method does may be done only later, when its task is over.</summary>
    public static bool IsLater(IMethodSymbol? method) => method is { ReturnsVoid: false } && IsTask(method.ReturnType);

    public static bool IsLater(IInvocationOperation call) => IsLater(call.TargetMethod);

    /// <summary>It is awaited, or handed on to a caller who does.</summary>
    /// <remarks>What the declaration with the lock returns itself, nobody awaits before the lock is released.</remarks>
    public static bool Include(IOperation call, Way way) => Include(AwaitedCalls.Include(call), IsReturned(call), way);

    public static bool Include(bool isAwaited, bool isReturned, Way way) => way.IsWaitedFor && (isAwaited || (way.At != null && isReturned));

    /// <summary>In a control-flow graph the value of a return stands alone.</summary>
    public static bool IsReturned(IOperation call)
    {
        var at = call.Parent;
        while (at is IConversionOperation)
            at = at.Parent;
        return at is null or IReturnOperation;
    }

    private static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask" || type.Name.StartsWith("Awaitable", StringComparison.Ordinal);
}
