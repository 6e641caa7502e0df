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
        NotYetSeen.Is(Value!, context.Body, source.Bodies) || IsOnlyWaitedFor(context, source)
            ? []
            : [EffectResult.CallsBack(new HazardText("Cancel", NameOfValue(context)))];

    /// <summary>Its token is read, and nobody but the platform's own waits can hear of it.</summary>
    private bool IsOnlyWaitedFor(CallContext context, SourceFacts source)
    {
        var isRead = false;
        return source.Holders.KeepToThemselves(Value!, context.Body, around =>
        {
            isRead |= around is IPropertyReferenceOperation;
            return Hands(around);
        }) && isRead;
    }

    private static Handing Hands(IOperation around) => around switch
    {
        IInvocationOperation { TargetMethod.Name: "Cancel" or "CancelAsync" or "CancelAfter" or "Dispose" or "TryReset" or "ThrowIfCancellationRequested" } =>
            Handing.Nothing,
        IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" or "CanBeCanceled" } => Handing.Nothing,
        IPropertyReferenceOperation { Property.Name: "Token" } => Handing.On,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when CallbackMembers.LinksTokens(method) => Handing.On,
        IInvocationOperation { TargetMethod: var method } when CallbackMembers.LinksTokens(method) => Handing.On,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when CallbackMembers.OnlyWait(method) => Handing.Nothing,
        _ => Handing.Out,
    };
}
