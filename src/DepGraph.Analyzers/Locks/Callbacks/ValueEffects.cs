using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Decides for one effect whose code it runs: by where the value comes from.</summary>
internal sealed class ValueEffects(LockFacts facts)
{
    private readonly ImplicitEffects _implicit = new(facts);

    public IEnumerable<Outcome> Of(Effect effect, Frame frame) => effect.Kind switch
    {
        EffectKind.Run => Run(effect.Method!, effect, frame),
        EffectKind.Call => Call(effect, frame),
        EffectKind.Invoke => Invoke(effect, frame),
        EffectKind.Complete => Complete(effect, frame),
        EffectKind.Cancel => [Outcome.CallsBack(LockStrings.Cancel(Name(effect.Value, frame)))],
        EffectKind.Reflect => [Outcome.CallsBack(LockStrings.Reflect(Name(effect.Value, frame)))],
        EffectKind.Yield => [Outcome.CallsBack(LockStrings.Yield())],
        _ => _implicit.Of(effect, frame),
    };

    internal static string Name(IOperation? value, Frame frame)
        => frame.Body is { } body ? LockPath.NameOf(value, body) : value?.Syntax.ToString() ?? "";

    private IEnumerable<Outcome> Run(IMethodSymbol method, Effect effect, Frame frame)
        => facts.Bodies.Of(method) is { } body && !LoggerMessages.AreLoggedBy(method)
            ? [Outcome.Enters(body, NameOf(method), Calls.Bind(effect.Arguments, frame))]
            : [];

    private static string NameOf(IMethodSymbol method) => method switch
    {
        { AssociatedSymbol: { } member } => member.Name,
        { MethodKind: MethodKind.Constructor } => "new " + method.ContainingType.Name,
        { MethodKind: MethodKind.AnonymousFunction } => LockStrings.Lambda(),
        _ => method.Name,
    };

    private IEnumerable<Outcome> Invoke(Effect effect, Frame frame)
    {
        foreach (var origin in facts.Origins.Of(effect.Value!, frame))
        {
            switch (origin.Kind)
            {
                case OriginKind.Function:
                    foreach (var outcome in InvokeFunction(origin, effect, frame))
                        yield return outcome;
                    break;
                case OriginKind.Unknown or OriginKind.Parameter:
                    yield return Outcome.CallsBack(origin.Operation is IEventReferenceOperation raised
                        ? LockStrings.Event(raised.Event.Name)
                        : LockStrings.Delegate(Name(effect.Value, frame)));
                    break;
            }
        }
    }

    private IEnumerable<Outcome> InvokeFunction(Origin function, Effect effect, Frame frame)
    {
        if (function.Operation is IMethodReferenceOperation { Method: var method, Instance: var instance } group)
        {
            return group.IsVirtual && instance != null
                ? Call(new Effect(EffectKind.Call, effect.At, instance, method), function.Frame)
                : facts.Bodies.Of(method) is { } body ? [Outcome.Enters(body, method.Name, ArgumentsOf(method, effect, frame))] : [];
        }

        return facts.Bodies.Of(function.Operation.Syntax) is { } lambda
            ? [Outcome.Enters(lambda, LockStrings.Lambda(), function.Frame.Arguments.AddRange(ArgumentsOf(lambda.Method, effect, frame)))]
            : [];
    }

    /// <summary>What a function gets where the delegate is called directly.</summary>
    private static ImmutableDictionary<IParameterSymbol, Argument> ArgumentsOf(IMethodSymbol? function, Effect effect, Frame frame)
    {
        var bound = Frame.NoArguments;
        if (function is null || effect.At is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call)
            return bound;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < function.Parameters.Length)
                bound = bound.SetItem(function.Parameters[parameter.Ordinal].OriginalDefinition, new Argument(argument.Value, frame));
        }

        return bound;
    }

    private IEnumerable<Outcome> Call(Effect effect, Frame frame)
    {
        var method = effect.Method!;
        if (effect.Value is null)
            return !IsAccessor(method) && Visibility.IsOverridableOutside(method, null) ? [Outcome.CallsBack(LockStrings.Interface(method))] : [];
        return facts.Origins.Of(effect.Value, frame).SelectMany(origin => origin.Kind switch
        {
            OriginKind.Creation when origin.Operation.Type is { } exact => RunAll([SourceTypes.Implementation(exact, method)], effect, frame),
            OriginKind.Unknown or OriginKind.Parameter => CallUnknown(method, origin.Operation.Type ?? method.ContainingType, effect, frame),
            _ => [],
        });
    }

    private IEnumerable<Outcome> CallUnknown(IMethodSymbol method, ITypeSymbol receiver, Effect effect, Frame frame)
    {
        if (receiver.SpecialType == SpecialType.System_Object)
            receiver = method.ContainingType;
        if (method.ContainingType.TypeKind == TypeKind.Interface && receiver.TypeKind is TypeKind.Class or TypeKind.Struct
            && SourceTypes.Implementation(receiver, method) is { } implementation)
        {
            if (implementation is { IsVirtual: false, IsAbstract: false, IsOverride: false })
                return RunAll([implementation], effect, frame);
            method = implementation;
        }

        var declaring = Declaration(method).ContainingType;
        if (Framework.Declares(declaring, facts.Compiled))
        {
            if (receiver.TypeKind == TypeKind.Interface && !Visibility.IsVisibleOutside(receiver))
                return RunAll(facts.Types.Implementations(receiver, method), effect, frame);
            return CallbackMembers.IsCallbackInterface(declaring) && Types.IsWide(receiver)
                ? [Outcome.CallsBack(LockStrings.Interface(method))]
                : RunAll([SourceTypes.Implementation(receiver, method)], effect, frame);
        }

        if (IsAccessor(method) && Visibility.IsOverridableOutside(method, receiver))
            return RunAll([SourceTypes.Implementation(receiver, method)], effect, frame); // hardly any override of an accessor calls back
        if (Visibility.IsOverridableOutside(method, receiver))
            return [Outcome.CallsBack(declaring.TypeKind == TypeKind.Interface ? LockStrings.Interface(method) : LockStrings.Virtual(method))];
        var implementations = facts.Types.Implementations(receiver, method).ToList();
        return implementations.Count == 0 && method.IsAbstract && !IsAccessor(method) && receiver.TypeKind != TypeKind.Struct
            ? [Outcome.CallsBack(LockStrings.Interface(method))]
            : RunAll(implementations, effect, frame);
    }

    private static bool IsAccessor(IMethodSymbol method)
        => method.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove;

    private static IMethodSymbol Declaration(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return method;
    }

    private IEnumerable<Outcome> RunAll(IEnumerable<IMethodSymbol?> methods, Effect effect, Frame frame)
        => methods.OfType<IMethodSymbol>().SelectMany(method => facts.Bodies.Of(method) is { } body
            ? [Outcome.Enters(body, NameOf(method), BindByOrdinal(method, effect, frame))]
            : Enumerable.Empty<Outcome>());

    /// <summary>An override's parameters are symbols of its own: they are matched by place.</summary>
    private static ImmutableDictionary<IParameterSymbol, Argument> BindByOrdinal(IMethodSymbol method, Effect effect, Frame frame)
    {
        var bound = Frame.NoArguments;
        foreach (var argument in effect.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None } parameter && parameter.Ordinal < method.Parameters.Length)
                bound = bound.SetItem(method.Parameters[parameter.Ordinal].OriginalDefinition, new Argument(argument.Value, frame));
        }

        return bound;
    }

    private IEnumerable<Outcome> Complete(Effect effect, Frame frame)
    {
        if (frame.AsksForContinuations)
            yield break;
        var around = frame.Body?.Method?.ContainingType;
        var synchronous = facts.Completions.Synchronous(effect.Value!, frame, around);
        if (synchronous is null or { Count: > 0 })
            yield return Outcome.CallsBack(LockStrings.Complete(Name(effect.Value, frame)), synchronous);
    }
}
