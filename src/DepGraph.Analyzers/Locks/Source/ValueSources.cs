using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Traces values to where they come from: through locals, captures, arguments, private fields and helpers.</summary>
internal sealed class ValueSources(Bodies bodies, TypeUses uses, Elements elements)
{
    private const int Deepest = 12;
    private const int Most = 24;

    private readonly ReturnedValues _returned = new(bodies);

    public IReadOnlyList<ValueSource> Of(IOperation value, CallContext context)
    {
        var found = new List<ValueSource>();
        Trace(value, context, found, [], 0);
        return found;
    }

    /// <remarks>A cast or a type pattern on the way tells more of the type than the place where the trace ends.</remarks>
    private void Trace(IOperation? value, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        var first = found.Count;
        TraceWide(value, context, found, seen, depth);
        for (var i = first; i < found.Count; i++)
        {
            if (found[i].Kind is ValueSourceKind.Unknown or ValueSourceKind.Parameter && value?.Type is { } type
                && StaticTypes.IsNarrower(type, found[i].Operation.Type))
                found[i] = new ValueSource(found[i].Kind, value, context);
        }
    }

    private void TraceWide(IOperation? value, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        if (value is null || found.Count >= Most || !seen.Add(new Visit(value, context)))
            return;
        if (depth > Deepest)
        {
            found.Add(new ValueSource(ValueSourceKind.Unknown, value, context));
            return;
        }

        switch (value)
        {
            case var element when Elements.CollectionOf(element) is { } collection:
                TraceElement(element, collection, context, found, seen, depth);
                break;
            case IConversionOperation { OperatorMethod: null } conversion:
                Trace(conversion.Operand, context, found, seen, depth);
                break;
            case IDelegateCreationOperation creation:
                Trace(creation.Target, context, found, seen, depth);
                break;
            case IFlowCaptureReferenceOperation capture when context.Body?.Captured(capture.Id) is { Count: > 0 } captured:
                foreach (var one in captured)
                    Trace(one, context, found, seen, depth + 1);
                break;
            case ILocalReferenceOperation { Local: var local }:
                TraceLocal(value, local, context, found, seen, depth);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                TraceParameter(value, parameter, context, found, seen, depth);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                TraceMember((IMemberReferenceOperation)value, context, found, seen, depth);
                break;
            case ICoalesceOperation coalesce:
                Trace(coalesce.Value, context, found, seen, depth + 1);
                Trace(coalesce.WhenNull, context, found, seen, depth + 1);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                Trace(conditional.WhenTrue, context, found, seen, depth + 1);
                Trace(otherwise, context, found, seen, depth + 1);
                break;
            case ISwitchExpressionOperation { Arms: var arms }:
                foreach (var arm in arms)
                    Trace(arm.Value, context, found, seen, depth + 1);
                break;
            case ITranslatedQueryOperation query:
                Trace(query.Operation, context, found, seen, depth);
                break;
            case ICoalesceAssignmentOperation assignment:
                Trace(assignment.Target, context, found, seen, depth + 1);
                Trace(assignment.Value, context, found, seen, depth + 1);
                break;
            case ISimpleAssignmentOperation assignment:
                Trace(assignment.Value, context, found, seen, depth + 1);
                break;
            case IInvocationOperation { TargetMethod: var method } when LoggerMessages.Make(method):
                found.Add(new ValueSource(ValueSourceKind.Harmless, value, context));
                break;
            case IInvocationOperation { TargetMethod: { Name: "GetDelegateForFunctionPointer", ContainingType.Name: "Marshal" } }:
                found.Add(new ValueSource(ValueSourceKind.Harmless, value, context)); // native code of the one who loaded it
                break;
            case IInvocationOperation call:
                TraceResult(call, context, found, seen, depth);
                break;
            case IAnonymousFunctionOperation or IFlowAnonymousFunctionOperation or IMethodReferenceOperation:
                found.Add(new ValueSource(ValueSourceKind.Function, value, context));
                break;
            case IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation:
                found.Add(new ValueSource(ValueSourceKind.Creation, value, context));
                break;
            case ITypeOfOperation or INameOfOperation or IInterpolatedStringOperation or IDefaultValueOperation:
                found.Add(new ValueSource(ValueSourceKind.Harmless, value, context));
                break;
            default:
                found.Add(new ValueSource(value.ConstantValue.HasValue ? ValueSourceKind.Harmless : ValueSourceKind.Unknown, value, context));
                break;
        }
    }

    /// <summary>One of the values that are put into a collection, where all that put any in are seen.</summary>
    private void TraceElement(IOperation value, IOperation collection, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        if (elements.Of(collection, context.Body) is { Count: > 0 and < Most } put)
            TraceAll(put, value, CallContext.Unknown, found, seen, depth);
        else
            found.Add(new ValueSource(ValueSourceKind.Unknown, value, context));
    }

    private void TraceLocal(IOperation value, ILocalSymbol local, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        var values = local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && Bodies.RootOf(declaration.GetSyntax()) is { } root
            ? bodies.LocalsOf(root).Of(local)
            : [];
        TraceAll(values, value, context, found, seen, depth);
    }

    private void TraceParameter(IOperation value, IParameterSymbol parameter, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        if (context.Arguments.TryGetValue(parameter, out var argument))
        {
            Trace(argument.Value, argument.Caller, found, seen, depth + 1);
            return;
        }

        var callers = context.IsAnybodys ? [] : uses.ArgumentsOf(parameter);
        if (callers.Count == 0)
            found.Add(new ValueSource(ValueSourceKind.Parameter, value, context));
        foreach (var given in callers)
            Trace(given, CallContext.Unknown, found, seen, depth + 1);
    }

    private void TraceMember(IMemberReferenceOperation value, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        var member = value.Member;
        if (member.IsStatic && Framework.Declares(member.ContainingType, bodies.Compilation.Assembly))
            found.Add(new ValueSource(ValueSourceKind.Harmless, value, context));
        else if (value is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } && _returned.Of(getter) is { Count: > 0 } returned
            && !property.IsVirtual)
            TraceAll(returned, value, CallContext.Unknown, found, seen, depth);
        else
            TraceAll(uses.ValuesOf(member), value, context.Body is null ? context : CallContext.Unknown, found, seen, depth);
    }

    private void TraceResult(IInvocationOperation call, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is { Name: "Volatile" or "Interlocked" } && method.Name is "Read" or "Exchange" or "CompareExchange")
        {
            Trace(call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value, context, found, seen, depth + 1);
            return;
        }

        if (method is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsAsync: false } && _returned.Of(method) is { Count: > 0 and < 6 } returned)
        {
            var callee = new CallContext(null, CallContext.Bind(call.Arguments, context), onlyUntilAwait: false);
            TraceAll(returned, call, callee, found, seen, depth + 2);
            return;
        }

        found.Add(new ValueSource(ValueSourceKind.Unknown, call, context));
    }

    private void TraceAll(IReadOnlyList<IOperation?> values, IOperation value, CallContext context, List<ValueSource> found, HashSet<Visit> seen, int depth)
    {
        if (values.Count == 0 || values.Contains(null))
            found.Add(new ValueSource(ValueSourceKind.Unknown, value, context));
        foreach (var given in values)
        {
            if (given is IForEachLoopOperation or IArgumentOperation && Elements.CollectionOf(given) is { } collection)
                TraceElement(value, collection, context, found, seen, depth + 1);
            else
                Trace(given, context, found, seen, depth + 1);
        }
    }

    private sealed record Visit(IOperation Value, CallContext Context);
}
