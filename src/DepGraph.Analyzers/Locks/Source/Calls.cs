using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

internal static class Calls
{
    /// <summary>What a callee's parameters are given by these arguments of a caller.</summary>
    public static ImmutableDictionary<IParameterSymbol, Argument> Bind(ImmutableArray<IArgumentOperation> arguments, Frame caller)
    {
        var bound = Frame.NoArguments;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None or RefKind.In } parameter)
                bound = bound.SetItem(parameter.OriginalDefinition, new Argument(argument.Value, caller));
        }

        return bound;
    }

    /// <summary>The caller waits for the end of what it calls.</summary>
    public static bool IsAwaited(IOperation call)
    {
        var at = call.Parent;
        while (at is IConversionOperation or IArgumentOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" or "WhenAll" })
            at = at.Parent;
        return at is IAwaitOperation
            or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" or "WaitAll" }
            or IPropertyReferenceOperation { Property.Name: "Result" };
    }
}
