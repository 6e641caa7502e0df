using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Decides whose code runs where an object is formatted, enumerated or disposed.</summary>
internal sealed class ImplicitEffects(LockFacts facts)
{
    private const int MostQueries = 6;

    public IEnumerable<Outcome> Of(Effect effect, Frame frame)
    {
        if (effect.Element is { } element)
            return Types.FormatsByUserCode(element, facts.Compiled) ? [Outcome.CallsBackImplicitly(LockStrings.Format(effect.At.Syntax.ToString()))] : [];
        if (effect.Value is null)
            return [];
        return facts.Origins.Of(effect.Value, frame).SelectMany(origin => effect.Kind switch
        {
            EffectKind.Format => Format(origin, effect, frame),
            EffectKind.Enumerate => Enumerate(origin, effect, frame),
            _ => Dispose(origin, effect, frame),
        });
    }

    private IEnumerable<Outcome> Format(Origin origin, Effect effect, Frame frame)
    {
        if (origin.Kind is OriginKind.Harmless or OriginKind.Function || origin.Operation.Type is not { } type)
            return [];
        return origin.Kind != OriginKind.Creation && Types.FormatsByUserCode(type, facts.Compiled)
            ? [Outcome.CallsBackImplicitly(LockStrings.Format(ValueEffects.Name(effect.Value, frame)))]
            : RunOwn(type, "ToString");
    }

    private IEnumerable<Outcome> Enumerate(Origin origin, Effect effect, Frame frame)
    {
        switch (origin.Operation)
        {
            case IInvocationOperation call when Deferred.Is(call.TargetMethod):
                return effect.QueryDepth < MostQueries ? OfDeferred(call, origin.Frame, effect.QueryDepth + 1) : [];
            case IInvocationOperation call when facts.Bodies.Of(call.TargetMethod) is { IsIterator: true } iterator:
                return [Outcome.Enters(iterator, call.TargetMethod.Name, Calls.Bind(call.Arguments, origin.Frame))];
            case IObjectCreationOperation { Type: { } created }:
                return RunOwn(created, "GetEnumerator");
        }

        var isCallers = origin.Kind == OriginKind.Parameter
            || (origin.Operation is IMemberReferenceOperation { Member: var member } && CanBeSetOutside(member));
        return isCallers && Types.IsLazySequence(origin.Operation.Type)
            ? [Outcome.CallsBackImplicitly(LockStrings.Enumerate(ValueEffects.Name(effect.Value, frame)))]
            : [];
    }

    /// <summary>To enumerate a LINQ query is to enumerate its source and to run its delegates.</summary>
    private IEnumerable<Outcome> OfDeferred(IInvocationOperation query, Frame frame, int depth)
    {
        var values = new ValueEffects(facts);
        foreach (var argument in query.Arguments)
        {
            var kind = argument.Parameter?.Type switch
            {
                { TypeKind: TypeKind.Delegate } => EffectKind.Invoke,
                { } type when Types.IsLazySequence(type) => EffectKind.Enumerate,
                _ => (EffectKind?)null,
            };
            if (kind is null)
                continue;
            foreach (var outcome in values.Of(new Effect(kind.Value, query, argument.Value) { QueryDepth = depth }, frame))
                yield return outcome;
        }
    }

    private IEnumerable<Outcome> Dispose(Origin origin, Effect effect, Frame frame)
    {
        if (origin.Kind is OriginKind.Harmless or OriginKind.Function || origin.Operation.Type is not { } type)
            return [];
        if (origin.Kind == OriginKind.Creation || !Types.DisposesByUserCode(type, facts.Compiled))
            return RunOwn(type, "Dispose");
        return IsMadeHere(origin.Operation)
            ? []
            : [Outcome.CallsBackImplicitly(LockStrings.Dispose(ValueEffects.Name(effect.Value, frame)))];
    }

    /// <summary>The result of a call is taken for the code's own object, unless a collection hands back what it was given.</summary>
    private bool IsMadeHere(IOperation origin)
        => origin is IInvocationOperation { TargetMethod.ContainingType: { } type }
            && !(type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) ?? false);

    private static bool CanBeSetOutside(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: false } => Visibility.IsVisibleOutside(member),
        IPropertySymbol { SetMethod: { } setter } => Visibility.IsVisibleOutside(setter),
        _ => false,
    };

    private IEnumerable<Outcome> RunOwn(ITypeSymbol type, string method)
    {
        for (ITypeSymbol? at = type; at != null && !Framework.Declares(at, facts.Compiled); at = at.BaseType)
        {
            foreach (var own in at.GetMembers(method).OfType<IMethodSymbol>())
            {
                if (own.Parameters.Length == 0 && facts.Bodies.Of(own) is { } body)
                    return [Outcome.Enters(body, method, Frame.NoArguments)];
            }
        }

        return [];
    }
}
