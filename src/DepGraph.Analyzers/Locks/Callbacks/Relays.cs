using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>
/// A type that is an observable or an observer itself tells one observer what it was told: an operator.
/// What it tells must not overlap, and its lock is there for that. Who tells many observers is no operator.
/// </summary>
internal static class Relays
{
    public static bool Include(IOperation observer, INamedTypeSymbol told, Body? body)
    {
        if (!CallbackMembers.IsObserver(told) || Unwrap.Converted(observer) is not (IMemberReferenceOperation or IParameterReferenceOperation))
            return false;
        for (var type = body?.Method?.ContainingType; type != null; type = type.ContainingType)
        {
            if (type.AllInterfaces.Any(CallbackMembers.IsObserverOrObservable))
                return true;
        }

        return false;
    }
}
