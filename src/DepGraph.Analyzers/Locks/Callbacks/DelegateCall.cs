using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
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

    public override IEnumerable<Outcome> Outcomes(Frame frame, SourceFacts source)
    {
        foreach (var origin in source.Origins.Of(Value!, frame))
        {
            switch (origin.Kind)
            {
                case OriginKind.Function:
                    foreach (var outcome in InvokeFunction(origin, frame, source))
                        yield return outcome;
                    break;
                case OriginKind.Unknown or OriginKind.Parameter:
                    yield return Outcome.CallsBack(origin.Operation is IEventReferenceOperation raised
                        ? new CallbackText("Event", raised.Event.Name)
                        : new CallbackText("Delegate", NameOfValue(frame)));
                    break;
            }
        }
    }

    private IEnumerable<Outcome> InvokeFunction(Origin function, Frame frame, SourceFacts source)
    {
        if (function.Operation is IMethodReferenceOperation { Method: var method, Instance: var instance } group)
        {
            return group.IsVirtual && instance != null
                ? new MemberCall(At, instance, method).Outcomes(function.Frame, source)
                : source.Bodies.Of(method) is { } body ? [Outcome.Enters(body, method.Name, ArgumentsOf(method, frame))] : [];
        }

        return source.Bodies.Of(function.Operation.Syntax) is { } lambda
            ? [Outcome.Enters(lambda, name: null, function.Frame.Arguments.AddRange(ArgumentsOf(lambda.Method, frame)))]
            : [];
    }

    /// <summary>What a function gets where the delegate is called directly.</summary>
    private ImmutableDictionary<IParameterSymbol, Argument> ArgumentsOf(IMethodSymbol? function, Frame frame)
    {
        var bound = Frame.NoArguments;
        if (function is null || At is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call)
            return bound;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < function.Parameters.Length)
                bound = bound.SetItem(function.Parameters[parameter.Ordinal].OriginalDefinition, new Argument(argument.Value, frame));
        }

        return bound;
    }
}
