using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Calls a virtual, abstract or interface member: what runs is decided by the object it is called on.</summary>
internal sealed class MemberCall(IOperation at, IOperation? value, IMethodSymbol method) : Effect(at, value)
{
    public IMethodSymbol Method { get; } = method;

    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) => operation switch
    {
        IInvocationOperation call when !Framework.Declares(call.TargetMethod.ContainingType, compiled) => OfMember(call.TargetMethod, call.Instance, call),
        IInvocationOperation { TargetMethod: { ContainingType.TypeKind: TypeKind.Interface } method } call =>
            CallbackMembers.IsCallbackInterface(method.ContainingType) ? [new MemberCall(call, call.Instance, method)] : [],
        IPropertyReferenceOperation property => OfProperty(property, compiled),
        IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var @event } reference } assignment
            when (assignment.Adds ? @event.AddMethod : @event.RemoveMethod) is { } accessor =>
            OfMember(accessor, reference.Instance, assignment),
        _ => null,
    };

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        if (Value is null)
            return !IsAccessor(Method) && Visibility.IsOverridableOutside(Method, null) ? [EffectResult.CallsExtensionPoint(Implemented(Method))] : [];
        return source.ValueSources.Of(Value, context).SelectMany(valueSource => valueSource.Kind switch
        {
            ValueSourceKind.Creation when valueSource.Operation.Type is { } exact => RunAll([SourceTypes.Implementation(exact, Method)], context, source),
            ValueSourceKind.Unknown or ValueSourceKind.Parameter => CallUnknown(Method, valueSource.Operation.Type ?? Method.ContainingType, context, source),
            _ => [],
        });
    }

    private IEnumerable<EffectResult> CallUnknown(IMethodSymbol method, ITypeSymbol receiver, CallContext context, SourceFacts source)
    {
        if (receiver.SpecialType == SpecialType.System_Object)
            receiver = method.ContainingType;
        if (method.ContainingType.TypeKind == TypeKind.Interface && receiver.TypeKind is TypeKind.Class or TypeKind.Struct
            && SourceTypes.Implementation(receiver, method) is { } implementation)
        {
            if (implementation is { IsVirtual: false, IsAbstract: false, IsOverride: false })
                return RunAll([implementation], context, source);
            method = implementation;
        }

        var declaring = Declaration(method).ContainingType;
        if (Framework.Declares(declaring, source.Compiled))
        {
            if (receiver.TypeKind == TypeKind.Interface && !Visibility.IsVisibleOutside(receiver))
                return RunAll(source.Types.Implementations(receiver, method), context, source);
            return CallbackMembers.IsCallbackInterface(declaring) && StaticTypes.IsWide(receiver)
                ? [CallbackMembers.IsComparer(declaring) || Relays.Include(Value!, declaring, context.Body)
                    ? EffectResult.CallsExtensionPoint(Implemented(method))
                    : EffectResult.CallsBack(Implemented(method))]
                : RunAll([SourceTypes.Implementation(receiver, method)], context, source);
        }

        if (IsAccessor(method) && Visibility.IsOverridableOutside(method, receiver))
            return RunAll([SourceTypes.Implementation(receiver, method)], context, source); // hardly any override of an accessor calls back
        if (Visibility.IsOverridableOutside(method, receiver))
        {
            var one = SourceTypes.Implementation(receiver, method) ?? OnlyOne(receiver, method, source);
            return [CallsOpen(method, declaring), .. RunAll([one], context, source)];
        }

        var implementations = source.Types.Implementations(receiver, method).ToList();
        return implementations.Count == 0 && method.IsAbstract && !IsAccessor(method) && receiver.TypeKind != TypeKind.Struct
            ? [CallsOpen(method, declaring)]
            : RunAll(implementations, context, source);
    }

    /// <summary>What others may implement, and one type here does: more often than not it is that one.</summary>
    private static IMethodSymbol? OnlyOne(ITypeSymbol receiver, IMethodSymbol method, SourceFacts source) =>
        source.Types.Implementations(receiver, method).Take(2).ToList() is { Count: 1 } only ? only[0] : null;

    /// <summary>Somebody else's listener is told something, or what others may implement is used.</summary>
    private EffectResult CallsOpen(IMethodSymbol method, INamedTypeSymbol declaring)
    {
        var text = declaring.TypeKind == TypeKind.Interface || method.IsAbstract ? Implemented(method) : Overridable(method);
        return Unwrap.Converted(Value!) is not IInstanceReferenceOperation && Notifications.Include(method)
            ? EffectResult.CallsBack(text)
            : EffectResult.CallsExtensionPoint(text);
    }

    private static bool IsAccessor(IMethodSymbol method) =>
        method.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove;

    private static IMethodSymbol Declaration(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return method;
    }

    private IEnumerable<EffectResult> RunAll(IEnumerable<IMethodSymbol?> methods, CallContext context, SourceFacts source) =>
        methods.OfType<IMethodSymbol>().SelectMany(method => source.Bodies.Of(method) is { } body
            ? [EffectResult.Enters(body, MethodRun.NameOf(method), BindByOrdinal(method, context), new Receiver(Value, context))]
            : Enumerable.Empty<EffectResult>());

    /// <summary>An override's parameters are symbols of its own: they are matched by place.</summary>
    private ImmutableDictionary<IParameterSymbol, Argument> BindByOrdinal(IMethodSymbol method, CallContext context)
    {
        var bound = CallContext.NoArguments;
        foreach (var argument in Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None } parameter && parameter.Ordinal < method.Parameters.Length)
                bound = bound.SetItem(method.Parameters[parameter.Ordinal].OriginalDefinition, new Argument(argument.Value, context));
        }

        return bound.BindValue(At, method, context);
    }

    private static HazardText Implemented(IMethodSymbol method) => new("Interface", NameOf(method));

    private static HazardText Overridable(IMethodSymbol method) => new("Virtual", NameOf(method));

    private static string NameOf(IMethodSymbol method) =>
        (method.AssociatedSymbol?.ContainingType ?? method.ContainingType).Name + "." + (method.AssociatedSymbol?.Name ?? method.Name);

    private static IEnumerable<Effect> OfProperty(IPropertyReferenceOperation property, IAssemblySymbol compiled)
    {
        var isTarget = property.Parent is IAssignmentOperation assignment && assignment.Target == property;
        var isRead = !isTarget || property.Parent is not ISimpleAssignmentOperation;
        if (Framework.Declares(property.Property.ContainingType, compiled))
            yield break;
        if (isRead && property.Property.GetMethod is { } getter)
        {
            foreach (var effect in OfMember(getter, property.Instance, property))
                yield return effect;
        }

        if (isTarget && property.Property.SetMethod is { } setter)
        {
            foreach (var effect in OfMember(setter, property.Instance, property))
                yield return effect;
        }
    }

    private static IEnumerable<Effect> OfMember(IMethodSymbol method, IOperation? instance, IOperation at)
    {
        var isBase = instance is IInstanceReferenceOperation { Syntax.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.BaseExpression };
        var isDispatched = (method.IsVirtual || method.IsAbstract || method.IsOverride) && !isBase;
        yield return isDispatched ? new MemberCall(at, instance, method) : new MethodRun(at, method, instance);
    }
}
