using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Disposes an object.</summary>
internal sealed class Disposal(IInvocationOperation call) : ImplicitEffect(call, call.Instance)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled)
        => operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync" } call && PlatformCall.IsOfInterface(call, compiled)
            ? [new Disposal(call)]
            : null;

    protected override IEnumerable<Outcome> Outcomes(Origin origin, Frame frame, SourceFacts source)
    {
        if (origin.Kind is OriginKind.Harmless or OriginKind.Function || origin.Operation.Type is not { } type)
            return [];
        if (origin.Kind == OriginKind.Creation || !Types.DisposesByUserCode(type, source.Compiled))
            return RunOwn(type, "Dispose", source);
        return IsMadeHere(origin.Operation)
            ? []
            : [Outcome.CallsBackImplicitly(new CallbackText("Dispose", NameOfValue(frame)))];
    }

    /// <summary>The result of a call is taken for the code's own object, unless a collection hands back what it was given.</summary>
    private static bool IsMadeHere(IOperation origin)
        => origin is IInvocationOperation { TargetMethod.ContainingType: { } type }
            && !(type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) ?? false);
}
