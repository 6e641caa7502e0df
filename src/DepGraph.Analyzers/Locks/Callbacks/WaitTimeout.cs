using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>How long a wait lasts at most.</summary>
internal static class WaitTimeout
{
    /// <summary>The call only asks, and does not wait.</summary>
    public static bool IsZero(IInvocationOperation call)
    {
        var timeouts = Of(call).ToList();
        return timeouts.Count == 0 ? call.TargetMethod.Name.StartsWith("Try", StringComparison.Ordinal) : timeouts.Any(IsZero);
    }

    /// <summary>The call gives up after a while.</summary>
    public static bool Ends(IInvocationOperation call) => Of(call).Any(timeout => !IsInfinite(timeout));

    private static IEnumerable<IOperation> Of(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.Parameter?.OriginalDefinition is { Type: { SpecialType: SpecialType.System_Int32 } or { Name: "TimeSpan" } })
        .Select(argument => argument.Value);

    private static bool IsZero(IOperation timeout) => timeout switch
    {
        { ConstantValue: { HasValue: true, Value: 0 } } or IDefaultValueOperation => true,
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } => true,
        IObjectCreationOperation creation => creation.Arguments.All(IsZeroConstant),
        IInvocationOperation { TargetMethod.ContainingType.Name: "TimeSpan" } call => call.Arguments.All(IsZeroConstant),
        IConversionOperation conversion => IsZero(conversion.Operand),
        _ => false,
    };

    private static bool IsZeroConstant(IArgumentOperation argument) =>
        argument.Value.ConstantValue is { HasValue: true, Value: 0 or 0L or 0.0 };

    private static bool IsInfinite(IOperation timeout) => timeout switch
    {
        { ConstantValue: { HasValue: true, Value: -1 } } => true,
        IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" } => true,
        _ => false,
    };
}
