using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary><c>yield return</c> hands an element to whoever enumerates, with the lock still held.</summary>
internal sealed class ElementHandedOut(IReturnOperation at) : Effect(at)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) =>
        operation is IReturnOperation { Kind: OperationKind.YieldReturn } handOut ? [new ElementHandedOut(handOut)] : null;

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source) => [EffectResult.CallsBack(new HazardText("Yield"))];
}
