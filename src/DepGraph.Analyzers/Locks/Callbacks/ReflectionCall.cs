using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>A call through reflection or <c>dynamic</c>: whose code it runs, nobody sees.</summary>
internal sealed class ReflectionCall(IOperation at, IOperation? value) : Effect(at, value)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) => operation switch
    {
        IDynamicInvocationOperation late => [new ReflectionCall(late, late.Operation)],
        IInvocationOperation { TargetMethod: var method } call when CallbackMembers.IsReflection(method) && PlatformCall.Is(call, compiled) =>
            [new ReflectionCall(call, call.Instance)],
        _ => null,
    };

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source) =>
        [EffectResult.CallsBack(new HazardText("Reflect", NameOfValue(context)))];
}
