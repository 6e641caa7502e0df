using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Completing a TaskCompletionSource runs its continuations, unless it was made to run them elsewhere.</summary>
internal sealed class Completion(IInvocationOperation call) : Effect(call, call.Instance)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) =>
        operation is IInvocationOperation { TargetMethod: var method } call && CallbackMembers.IsCompletion(method) && PlatformCall.Is(call, compiled)
            ? [new Completion(call)]
            : null;

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        if (context.AsksForContinuations || NotYetSeen.Is(Value!, context.Body, source.Bodies))
            yield break;
        var around = context.Body?.Method?.ContainingType;
        var synchronous = new CompletionSources(source.ValueSources, source.Uses).Synchronous(Value!, context, around);
        if (synchronous is null or { Count: > 0 })
            yield return EffectResult.CallsBack(new HazardText("Complete", NameOfValue(context)), synchronous);
    }
}
