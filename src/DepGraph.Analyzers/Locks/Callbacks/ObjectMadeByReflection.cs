using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Makes an object by reflection: the constructor of a type that is known only when the code runs, unless <c>typeof</c> says it.</summary>
internal sealed class ObjectMadeByReflection(IInvocationOperation call, IOperation? type) : Effect(call, type)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) =>
        operation is IInvocationOperation { TargetMethod: { IsGenericMethod: false } method } call
            && CallbackMembers.MakesByReflection(method) && PlatformCall.Is(call, compiled)
            ? [new ObjectMadeByReflection(call, call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value)]
            : null;

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        var made = Value is null ? [] : source.ValueSources.Of(Value, context).Select(TypeOf).ToList();
        return made.Count > 0 && !made.Contains(null)
            ? made.SelectMany(type => ConstructorsOf(type!, source))
            : [EffectResult.CallsExtensionPoint(new HazardText("MakeByReflection", NameOfValue(context)))];
    }

    private static IEnumerable<EffectResult> ConstructorsOf(INamedTypeSymbol type, SourceFacts source) =>
        type.InstanceConstructors.Select(source.Bodies.Of).OfType<Body>()
            .Select(body => EffectResult.Enters(body, MethodRun.NameOf(body.Method!), CallContext.NoArguments));

    /// <summary>The type that <c>typeof</c> names, itself or on the way to its constructor.</summary>
    private static INamedTypeSymbol? TypeOf(ValueSource value) => value.Operation switch
    {
        ITypeOfOperation { TypeOperand: INamedTypeSymbol named } => named.OriginalDefinition,
        IInvocationOperation { TargetMethod.Name: "MakeGenericType" or "GetConstructor", Instance: ITypeOfOperation { TypeOperand: INamedTypeSymbol named } } =>
            named.OriginalDefinition,
        _ => null,
    };
}
