using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Looks through what does not change a value.</summary>
internal static class Unwrap
{
    /// <summary>Through conversions, <c>await</c> and <c>ConfigureAwait</c>.</summary>
    public static IOperation Value(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Value(conversion.Operand),
        IAwaitOperation awaited => Value(awaited.Operation),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetResult" or "GetAwaiter" or "AsTask", Instance: { } instance } => Value(instance),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } instance } => Value(instance),
        _ => value,
    };

    /// <summary>Through conversions only.</summary>
    public static IOperation Converted(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value;
    }

    public static ITypeSymbol? Type(IOperation? value, Body body) =>
        value is IFlowCaptureReferenceOperation capture && body.FirstCaptured(capture.Id) is { } captured ? captured.Type : value?.Type;

    /// <summary>What identifies a value that is remembered: a local, a capture, or the call that made it.</summary>
    public static object? Identity(IOperation value) => Value(value) switch
    {
        ILocalReferenceOperation local => local.Local,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IInvocationOperation call => call.Syntax,
        _ => null,
    };
}
