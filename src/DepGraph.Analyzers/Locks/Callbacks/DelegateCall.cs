using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Invokes a delegate, or has the platform invoke one before it returns.</summary>
internal sealed class DelegateCall(IOperation at, IOperation? value) : Effect(at, value)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call)
            return null;
        if (method.MethodKind == MethodKind.DelegateInvoke || (method.Name == "DynamicInvoke" && method.ContainingType?.Name == "Delegate"))
            return [new DelegateCall(call, call.Instance)];
        return method.ContainingType is { TypeKind: TypeKind.Delegate } ? [] : null; // BeginInvoke runs elsewhere
    }

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        foreach (var valueSource in source.ValueSources.Of(Value!, context))
        {
            switch (valueSource.Kind)
            {
                case ValueSourceKind.Function:
                    foreach (var result in InvokeFunction(valueSource, context, source))
                        yield return result;
                    break;
                case ValueSourceKind.Harmless when valueSource.Operation is IInvocationOperation { TargetMethod: var method } && LoggerMessages.Make(method):
                    foreach (var result in Formatting.OfLogged(Arguments).SelectMany(part => part.Results(context, source)))
                        yield return result;
                    break;
                case ValueSourceKind.Unknown or ValueSourceKind.Parameter when valueSource.Operation is IEventReferenceOperation { Event: var raised }:
                    foreach (var result in Raise(raised, context, source))
                        yield return result;
                    break;
                case ValueSourceKind.Unknown or ValueSourceKind.Parameter:
                    yield return Invoke(valueSource.Operation, context, source);
                    break;
            }
        }
    }

    /// <summary>An event that others can subscribe to calls them back; of any other the handlers are here, and are looked into.</summary>
    private IEnumerable<EffectResult> Raise(IEventSymbol raised, CallContext context, SourceFacts source)
    {
        var text = new HazardText("Event", raised.Name);
        if (source.Uses.HandlersOf(raised) is not { } handlers)
            return [EffectResult.CallsBack(text)];
        var subscribed = handlers.SelectMany(handler => source.ValueSources.Of(handler, CallContext.Unknown)).ToList();
        return subscribed.All(handler => handler.Kind is ValueSourceKind.Function or ValueSourceKind.Harmless)
            ? [EffectResult.CallsExtensionPoint(text), .. subscribed.SelectMany(handler => InvokeFunction(handler, context, source))]
            : [EffectResult.CallsBack(text)];
    }

    private EffectResult Invoke(IOperation origin, CallContext context, SourceFacts source)
    {
        var text = new HazardText("Delegate", NameOfValue(context));
        return Questions.Include(At, Value!.Type, text.Name) || source.Uses.IsNeverGiven(origin)
            ? EffectResult.CallsExtensionPoint(text)
            : EffectResult.CallsBack(text);
    }

    private IEnumerable<EffectResult> InvokeFunction(ValueSource function, CallContext context, SourceFacts source)
    {
        if (function.Operation is IMethodReferenceOperation { Method: var method, Instance: var instance } group)
        {
            return group.IsVirtual && instance != null
                ? new MemberCall(At, instance, method).Results(function.Context, source)
                : source.Bodies.Of(method) is { } body
                    ? [EffectResult.Enters(body, method.Name, ArgumentsOf(method, context), ReceiverOf(function, body, instance))]
                    : [];
        }

        if (source.Bodies.Of(function.Operation.Syntax) is not { } lambda)
            return [];
        var arguments = function.Context.Arguments.AddRange(ArgumentsOf(lambda.Method, context));
        return [EffectResult.Enters(lambda, name: null, arguments, ReceiverOf(function, lambda, instance: null))];
    }

    /// <summary>A lambda or local function has the <c>this</c> of the code around it.</summary>
    private static Receiver? ReceiverOf(ValueSource function, Body body, IOperation? instance) =>
        instance != null || function.Context.Body?.Root == body.Root ? new Receiver(instance, function.Context) : null;

    /// <summary>What a function gets where the delegate is called directly.</summary>
    private ImmutableDictionary<IParameterSymbol, Argument> ArgumentsOf(IMethodSymbol? function, CallContext context)
    {
        var bound = CallContext.NoArguments;
        if (function is null || At is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call)
            return bound;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < function.Parameters.Length)
                bound = bound.SetItem(function.Parameters[parameter.Ordinal].OriginalDefinition, new Argument(argument.Value, context));
        }

        return bound;
    }
}
