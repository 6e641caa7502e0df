using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

internal static class AwaitedCalls
{
    /// <summary>The caller waits for the end of what it calls.</summary>
    public static bool Include(IOperation call)
    {
        var at = call.Parent;
        while (at is IConversionOperation or IArgumentOperation
            or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" or "WhenAll" })
            at = at.Parent;
        return at is IAwaitOperation
            or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" or "WaitAll" }
            or IPropertyReferenceOperation { Property.Name: "Result" };
    }
}
