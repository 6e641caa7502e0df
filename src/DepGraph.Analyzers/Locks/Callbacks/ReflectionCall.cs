using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>A call through reflection or <c>dynamic</c>: whose code it runs, nobody sees, unless <c>typeof</c> and <c>nameof</c> say it.</summary>
internal sealed class ReflectionCall(IOperation at, IOperation? value) : Effect(at, value)
{
    private const int MostSteps = 3;

    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) => operation switch
    {
        IDynamicInvocationOperation late => [new ReflectionCall(late, late.Operation)],
        IInvocationOperation { TargetMethod: var method } call when CallbackMembers.IsReflection(method) && PlatformCall.Is(call, compiled) =>
            [new ReflectionCall(call, call.Instance)],
        _ => null,
    };

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        var sources = Value is null ? [] : source.ValueSources.Of(Value, context);
        if (sources.Count > 0 && sources.All(valueSource => IsPlatformsOwn(valueSource, source)))
            return [];
        var named = sources.Select(valueSource => NamedBy(valueSource, source, depth: 0)).ToList();
        return named.Count > 0 && named.All(methods => methods.Count > 0)
            ? named.SelectMany(methods => methods).Select(body => EffectResult.Enters(body, body.Method!.Name, CallContext.NoArguments))
            : [Questions.IsUsed(At) ? EffectResult.CallsExtensionPoint(Text(context)) : EffectResult.CallsBack(Text(context))];
    }

    private HazardText Text(CallContext context) => new("Reflect", NameOfValue(context));

    /// <summary>The methods of this compilation that <c>typeof(T).GetMethod("name")</c> finds.</summary>
    private static IReadOnlyList<Body> NamedBy(ValueSource method, SourceFacts source, int depth)
    {
        if (depth > MostSteps || method.Operation is not IInvocationOperation { TargetMethod.Name: var called, Instance: { } instance } call)
            return [];
        if (called == "MakeGenericMethod")
            return Trace(instance, method, source).SelectMany(inner => NamedBy(inner, source, depth + 1)).ToList();
        if (called is not ("GetMethod" or "GetRuntimeMethod") || NameIn(call, method.Context, source) is not { } name)
            return [];
        return Trace(instance, method, source).Select(TypeNamedBy).ToList() is { Count: > 0 } types && !types.Contains(null)
            ? [.. types.SelectMany(type => type!.GetMembers(name)).OfType<IMethodSymbol>().Select(source.Bodies.Of).OfType<Body>()]
            : [];

        static IEnumerable<ValueSource> Trace(IOperation value, ValueSource at, SourceFacts source) => source.ValueSources.Of(value, at.Context);
    }

    /// <summary>A method or property of the platform that <c>typeof</c> and a constant name, and that nobody else can override.</summary>
    private static bool IsPlatformsOwn(ValueSource member, SourceFacts source)
    {
        var found = member.Operation switch
        {
            IConditionalAccessOperation { Operation: var property, WhenNotNull: IPropertyReferenceOperation { Property.Name: "GetMethod" or "SetMethod" } } =>
                property,
            IPropertyReferenceOperation { Property.Name: "GetMethod" or "SetMethod", Instance: { } property } => property,
            var operation => operation,
        };
        return found is IInvocationOperation { TargetMethod.Name: "GetMethod" or "GetProperty", Instance: ITypeOfOperation { TypeOperand: var type } } call
            && type.TypeKind == TypeKind.Class && Framework.Declares(type, source.Compiled)
            && NameIn(call, member.Context, source) is { } name
            && type.GetMembers(name).All(one => type.IsSealed || one is { IsVirtual: false, IsAbstract: false, IsOverride: false });
    }

    private static string? NameIn(IInvocationOperation call, CallContext context, SourceFacts source) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value is { } name
            && source.ValueSources.Of(name, context) is { Count: 1 } given && given[0].Operation.ConstantValue is { HasValue: true, Value: string text }
            ? text
            : null;

    private static ITypeSymbol? TypeNamedBy(ValueSource type) => type.Operation switch
    {
        ITypeOfOperation { TypeOperand: var named } => named.OriginalDefinition,
        IInvocationOperation { TargetMethod.Name: "MakeGenericType", Instance: ITypeOfOperation { TypeOperand: var named } } => named.OriginalDefinition,
        _ => null,
    };
}
