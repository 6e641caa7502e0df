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
                case ValueSourceKind.Unknown or ValueSourceKind.Parameter:
                    yield return EffectResult.CallsBack(valueSource.Operation is IEventReferenceOperation raised
                        ? new HazardText("Event", raised.Event.Name)
                        : new HazardText("Delegate", NameOfValue(context)));
                    break;
            }
        }
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
