using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

internal static class ExpressionName
{
    /// <summary>The expression a person reads, without <c>this.</c>; as it stands where no body is known.</summary>
    public static string Of(IOperation? value, Body? body)
    {
        if (body is null)
            return value?.Syntax.ToString() ?? "";
        if (value is IFlowCaptureReferenceOperation capture && body.FirstCaptured(capture.Id) is { } captured)
            value = captured;
        return value switch
        {
            null or IInstanceReferenceOperation { IsImplicit: true } => "this",
            ITypeOfOperation => value.Syntax.ToString(),
            _ => value.Syntax.ToString() is var text && text.StartsWith("this.", StringComparison.Ordinal) ? text.Substring(5) : value.Syntax.ToString(),
        };
    }
}
