using DepGraph.Analyzers.Closures.Loops;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>Waiting by way of an event, a latch, a completion source: the closure sets it, the iteration waits for it.</summary>
internal static class AwaitedSignal
{
    /// <summary>Whether the iteration waits, after the call, for something that the scheduled closure has hold of, or for what was to run it.</summary>
    public static bool IsIn(IArgumentOperation argument, Loop loop)
    {
        var signals = new HashSet<ISymbol>(
            argument.Descendants().Append(Pool(argument)).Select(Target).OfType<ISymbol>(),
            SymbolEqualityComparer.Default);
        return loop.OperationAround(argument).DescendantsOutsideClosures().Any(operation =>
            operation.Syntax.SpanStart > argument.Syntax.Span.End
            && loop.Repeats(operation.Syntax.Span)
            && WaitedFor(operation) is { } awaited
            && signals.Contains(awaited));
    }

    /// <summary>What the closure is handed to; that a task has ended says nothing of what is to run after it.</summary>
    private static IOperation Pool(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { Instance: { } pool } && !KnownCallees.IsTask(pool.Type) ? pool : argument;

    private static ISymbol? WaitedFor(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } instance } call when call.TargetMethod.Name.StartsWith("Wait", StringComparison.Ordinal)
            || call.TargetMethod.Name is "SignalAndWait" or "AwaitAsync" or "Ready" => Target(instance),
        IAwaitOperation { Operation: IPropertyReferenceOperation { Property.Name: "Task", Instance: { } source } } => Target(source),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: IPropertyReferenceOperation { Property.Name: "Task", Instance: { } source } } =>
            Target(source),
        _ => null,
    };

    private static ISymbol? Target(IOperation operation) =>
        operation.Variable() ?? (operation as IFieldReferenceOperation)?.Field;
}
