using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Completing a TaskCompletionSource runs its continuations, unless it was made to run them elsewhere.</summary>
internal sealed class Completion(IInvocationOperation call) : Effect(call, call.Instance)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled)
        => operation is IInvocationOperation { TargetMethod: var method } call && CallbackMembers.IsCompletion(method) && PlatformCall.Is(call, compiled)
            ? [new Completion(call)]
            : null;

    public override IEnumerable<Outcome> Outcomes(Frame frame, SourceFacts source)
    {
        if (frame.AsksForContinuations)
            yield break;
        var around = frame.Body?.Method?.ContainingType;
        var synchronous = new Completions(source.Origins, source.Uses).Synchronous(Value!, frame, around);
        if (synchronous is null or { Count: > 0 })
            yield return Outcome.CallsBack(new CallbackText("Complete", NameOfValue(frame)), synchronous);
    }
}
