using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Cancelling a CancellationTokenSource runs what is registered with its token.</summary>
internal sealed class Cancellation(IInvocationOperation call) : Effect(call, call.Instance)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) =>
        operation is IInvocationOperation { TargetMethod: var method } call && CallbackMembers.IsCancel(method) && PlatformCall.Is(call, compiled)
            ? [new Cancellation(call)]
            : null;

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source) =>
        [EffectResult.CallsBack(new HazardText("Cancel", NameOfValue(context)))];
}
