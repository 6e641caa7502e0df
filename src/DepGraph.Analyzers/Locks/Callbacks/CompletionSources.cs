using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Whether completing a TaskCompletionSource runs its continuations at once.</summary>
internal sealed class CompletionSources(ValueSources valueSources, TypeUses uses)
{
    private const int RunContinuationsAsynchronously = 64;

    /// <summary>
    /// The creations without the flag that the value may come from. Empty where all visible ones have it or say None; null where none is visible.
    /// </summary>
    public IReadOnlyList<IOperation>? Synchronous(IOperation source, CallContext context, ISymbol? around)
    {
        var traced = valueSources.Of(source, context);
        var creations = traced.Select(valueSource => valueSource.Operation).OfType<IObjectCreationOperation>().ToList();
        if (creations.Count == 0 || traced.Any(valueSource => valueSource.Kind is ValueSourceKind.Unknown))
        {
            if (source.Type is { } type && around != null)
                creations.AddRange(uses.CreationsOf(type, around));
            foreach (var owner in traced.Select(valueSource => valueSource.Operation).OfType<IMemberReferenceOperation>())
                creations.AddRange(uses.CreationsOf(owner.Type!, owner.Member));
        }

        if (creations.Count == 0 || traced.Any(valueSource => valueSource.Kind is ValueSourceKind.Parameter))
            return Lacking(creations).ToList() is { Count: > 0 } lacking ? lacking : null;
        return [.. Lacking(creations)];
    }

    private IEnumerable<IOperation> Lacking(IEnumerable<IObjectCreationOperation> creations) =>
        creations.Where(creation => !IsDecided(creation)).Distinct();

    /// <summary>With the flag, or with an explicit None: whoever wrote that wants the continuations to run at once.</summary>
    private bool IsDecided(IObjectCreationOperation creation) =>
        creation.Arguments.Any(argument => argument.Parameter?.Type.Name == "TaskCreationOptions" && IsDecision(argument.Value));

    private bool IsDecision(IOperation options) => options.ConstantValue.HasValue
        ? IsFlagOrNone(options)
        : valueSources.Of(options, CallContext.Unknown) is { Count: > 0 } traced && traced.All(valueSource => IsFlagOrNone(valueSource.Operation));

    private static bool IsFlagOrNone(IOperation options) =>
        options.ConstantValue is { HasValue: true, Value: int given }
            && ((given & RunContinuationsAsynchronously) != 0 || options is IFieldReferenceOperation { Field.Name: "None" });
}
