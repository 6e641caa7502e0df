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

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        if (NotYetSeen.Is(Value!, context.Body, source.Bodies) || Keeps(context, source, Hands))
            return [];
        var text = new HazardText("Cancel", NameOfValue(context));
        var isThePlatforms = Keeps(context, source, around => HandsToThePlatform(around, source.Compiled));
        return [isThePlatforms ? EffectResult.CallsExtensionPoint(text) : EffectResult.CallsBack(text)];
    }

    /// <summary>Its token is read, and nobody else can hear of it.</summary>
    private bool Keeps(CallContext context, SourceFacts source, Func<IOperation, Handing> hands)
    {
        var isRead = false;
        return source.Holders.KeepToThemselves(Value!, context.Body, around =>
        {
            isRead |= around is IPropertyReferenceOperation;
            return hands(around);
        }) && isRead;
    }

    /// <summary>What the platform registers with the token ends the work it was given to: it takes no lock of the code here.</summary>
    private static Handing HandsToThePlatform(IOperation around, IAssemblySymbol compiled) =>
        Hands(around) is var handing && handing != Handing.Out ? handing : around switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when IsThePlatforms(method, compiled) =>
                Handing.Nothing,
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "OperationCanceledException" or "TaskCanceledException" } } => Handing.Nothing,
            _ => Handing.Out,
        };

    private static bool IsThePlatforms(IMethodSymbol method, IAssemblySymbol compiled) =>
        method is { MethodKind: not MethodKind.DelegateInvoke, ContainingType.TypeKind: TypeKind.Class or TypeKind.Struct }
            && Framework.Declares(method.ContainingType, compiled);

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
