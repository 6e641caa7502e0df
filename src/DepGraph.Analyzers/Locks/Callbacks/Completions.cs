using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Whether completing a TaskCompletionSource runs its continuations at once.</summary>
internal sealed class Completions(Origins origins, TypeUses uses)
{
    private const int RunContinuationsAsynchronously = 64;

    /// <summary>
    /// The creations without the flag that the value may come from. Empty where all visible ones have it; null where none is visible.
    /// </summary>
    public IReadOnlyList<IOperation>? Synchronous(IOperation source, Frame frame, ISymbol? around)
    {
        var traced = origins.Of(source, frame);
        var creations = traced.Select(origin => origin.Operation).OfType<IObjectCreationOperation>().ToList();
        if (creations.Count == 0 || traced.Any(origin => origin.Kind is OriginKind.Unknown))
        {
            if (source.Type is { } type && around != null)
                creations.AddRange(uses.CreationsOf(type, around));
            foreach (var owner in traced.Select(origin => origin.Operation).OfType<IMemberReferenceOperation>())
                creations.AddRange(uses.CreationsOf(owner.Type!, owner.Member));
        }

        if (creations.Count == 0 || traced.Any(origin => origin.Kind is OriginKind.Parameter))
            return Lacking(creations).ToList() is { Count: > 0 } lacking ? lacking : null;
        return [.. Lacking(creations)];
    }

    private IEnumerable<IOperation> Lacking(IEnumerable<IObjectCreationOperation> creations)
        => creations.Where(creation => !RunsAsynchronously(creation)).Distinct();

    private bool RunsAsynchronously(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Type.Name == "TaskCreationOptions" && HasFlag(argument.Value))
                return true;
        }

        return false;
    }

    private bool HasFlag(IOperation options)
        => options.ConstantValue is { HasValue: true, Value: int value }
            ? (value & RunContinuationsAsynchronously) != 0
            : origins.Of(options, Frame.Unknown) is { Count: > 0 } traced
                && traced.All(origin => origin.Operation.ConstantValue is { HasValue: true, Value: int given } && (given & RunContinuationsAsynchronously) != 0);
}
