using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Enumerates a sequence.</summary>
/// <param name="queryDepth">How many LINQ queries lie between this effect and the code; a query can be made of itself.</param>
internal sealed class Enumeration(IOperation at, IOperation? value, int queryDepth = 0) : ImplicitEffect(at, value)
{
    private const int MostQueries = 6;

    /// <summary><c>OperationKind.Spread</c>, which Roslyn 4.8 does not name yet.</summary>
    private const int SpreadKind = 0x80;

    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled)
    {
        if ((int)operation.Kind == SpreadKind)
            return [new Enumeration(operation, operation.ChildOperations.FirstOrDefault())];
        return operation is IInvocationOperation { TargetMethod.Name: "GetEnumerator" or "GetAsyncEnumerator" } call
            && (PlatformCall.IsOfInterface(call, compiled) || IsLazy(call.TargetMethod.ContainingType))
            ? [new Enumeration(call, call.Instance)]
            : null;
    }

    protected override IEnumerable<EffectResult> Results(ValueSource valueSource, CallContext context, SourceFacts source)
    {
        switch (valueSource.Operation)
        {
            case IInvocationOperation call when Linq.IsDeferred(call.TargetMethod):
                return queryDepth < MostQueries ? OfDeferred(call, valueSource.Context, source) : [];
            case IInvocationOperation call when source.Bodies.Of(call.TargetMethod) is { IsIterator: true } iterator:
                return [EffectResult.Enters(iterator, call.TargetMethod.Name, CallContext.Bind(call.Arguments, valueSource.Context))];
            case IObjectCreationOperation { Type: { } created }:
                return RunOwn(created, "GetEnumerator", source);
        }

        var isCallers = valueSource.Kind == ValueSourceKind.Parameter
            || (valueSource.Operation is IMemberReferenceOperation { Member: var member } && CanBeSetOutside(member));
        return isCallers && IsLazy(valueSource.Operation.Type)
            ? [EffectResult.CallsBackImplicitly(new HazardText("Enumerate", NameOfValue(context)))]
            : [];
    }

    /// <summary>To enumerate a LINQ query is to enumerate its source and to run its delegates.</summary>
    private IEnumerable<EffectResult> OfDeferred(IInvocationOperation query, CallContext context, SourceFacts source)
    {
        foreach (var argument in query.Arguments)
        {
            Effect? effect = argument.Parameter?.Type switch
            {
                { TypeKind: TypeKind.Delegate } => new DelegateCall(query, argument.Value),
                { } type when IsLazy(type) => new Enumeration(query, argument.Value, queryDepth + 1),
                _ => null,
            };
            if (effect is null)
                continue;
            foreach (var result in effect.Results(context, source))
                yield return result;
        }
    }

    /// <summary>A sequence that may be computed while it is enumerated, not a collection.</summary>
    private static bool IsLazy(ITypeSymbol? type) => SequenceTypes.Are(type, SequenceUse.Value);

    private static bool CanBeSetOutside(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: false } => Visibility.IsVisibleOutside(member),
        IPropertySymbol { SetMethod: { } setter } => Visibility.IsVisibleOutside(setter),
        _ => false,
    };
}
