using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>What an accessor gets as its <c>value</c>: the right side of <c>+=</c>, <c>-=</c> or <c>=</c>.</summary>
internal static class AssignedValue
{
    public static ImmutableDictionary<IParameterSymbol, Argument> BindValue(
        this ImmutableDictionary<IParameterSymbol, Argument> bound, IOperation at, IMethodSymbol accessor, CallContext caller) =>
        Of(at, accessor.MethodKind) is { } value && accessor.Parameters.LastOrDefault() is { } parameter
            ? bound.SetItem(parameter.OriginalDefinition, new Argument(value, caller))
            : bound;

    private static IOperation? Of(IOperation at, MethodKind accessor) => accessor switch
    {
        MethodKind.EventAdd or MethodKind.EventRemove => (at as IEventAssignmentOperation)?.HandlerValue,
        MethodKind.PropertySet => at.Parent is ISimpleAssignmentOperation assignment && assignment.Target == at ? assignment.Value : null,
        _ => null,
    };
}
