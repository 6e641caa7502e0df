using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Disposes an object.</summary>
internal sealed class Disposal(IInvocationOperation call) : ImplicitEffect(call, call.Instance)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) =>
        operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync" } call && PlatformCall.IsOfInterface(call, compiled)
            ? [new Disposal(call)]
            : null;

    protected override IEnumerable<EffectResult> Results(ValueSource valueSource, CallContext context, SourceFacts source)
    {
        if (valueSource.Kind is ValueSourceKind.Harmless or ValueSourceKind.Function || valueSource.Operation.Type is not { } type)
            return [];
        if (valueSource.Operation is IInvocationOperation { TargetMethod: var method } && WaitingMethods.Register(method))
            return [BlockingWait.ForCallback(NameOfValue(context))];
        if (valueSource.Kind == ValueSourceKind.Creation || !StaticTypes.DisposesByUserCode(type, source.Compiled))
            return RunOwn(type, "Dispose", source);
        return IsMadeHere(valueSource.Operation)
            ? []
            : [EffectResult.CallsBackImplicitly(new HazardText("Dispose", NameOfValue(context)))];
    }

    /// <summary>The result of a call is taken for the code's own object, unless a collection hands back what it was given.</summary>
    private static bool IsMadeHere(IOperation valueSource) =>
        valueSource is IInvocationOperation { TargetMethod.ContainingType: { } type }
            && !(type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) ?? false);
}
