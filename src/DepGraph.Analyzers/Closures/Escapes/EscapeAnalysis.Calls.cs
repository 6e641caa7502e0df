using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

// Into and out of calls.
internal sealed partial class EscapeAnalysis
{
    private EscapeFlow Argument(IArgumentOperation argument, Carrier carrier)
    {
        var call = argument.Parent!;
        var method = call switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        };
        if (method == null || argument.Parameter is not { } parameter)
            return EscapeFlow.UsedUp;
        if (WaitsForElements(call, argument, carrier))
            return EscapeFlow.WaitedFor;
        if (_options.StoringMethods.Contains(method))
            return KeptBy(call, method);
        if (_options.ImmediateMethods.Contains(method) || IsInstantHandle(parameter))
            return EscapeFlow.UsedUp;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return LocalDelegate(call, parameter, carrier) is { } known ? FromCallee(known, call, method) : Unknown(call, carrier);
        if (method.ContainingType is { Name: "Interlocked" or "Volatile" } && call is IInvocationOperation { Arguments: { Length: > 1 } atomic })
            return atomic[0] == argument ? EscapeFlow.UsedUp : Store(atomic[0].Value, carrier, call);
        if (OwnCallee(method, parameter, carrier) is { } flow)
            return FromCallee(flow, call, method);
        if (argument.ArgumentKind is ArgumentKind.ParamArray or ParamCollection && carrier.Inner != null)
            carrier = carrier.Inner;

        switch (KnownCallees.TreatmentOf(method, parameter, carrier))
        {
            case ArgumentTreatment.Keeps:
                return KeepIn(call, method, carrier, argument);
            case ArgumentTreatment.Schedules when _loop != null && AwaitedSignal.IsIn(argument, _loop):
                return EscapeFlow.WaitedFor;
            case ArgumentTreatment.Schedules:
                return Scheduled(call, new EscapeReason("Scheduled", Name(method)));
            case ArgumentTreatment.Defers:
                return Follow(call, Carrier.SequenceOf(carrier.Inner));
            case ArgumentTreatment.Wraps:
                return call is IObjectCreationOperation || KnownCallees.CanHold(call.Type) ? Follow(call, Carrier.HolderOf(carrier)) : EscapeFlow.UsedUp;
            case ArgumentTreatment.PassesOn:
                return carrier.IsRunning ? Follow(call, Carrier.Running) : Follow(call, carrier);
            case ArgumentTreatment.WaitsFor:
                return EscapeFlow.WaitedFor;
            case ArgumentTreatment.UsesUp:
                return AfterUse(call, method, argument, carrier);
            default:
                return Unknown(call, carrier);
        }
    }

    /// <summary>The closure has run; what it gave may still be on its way.</summary>
    private EscapeFlow AfterUse(IOperation call, IMethodSymbol method, IArgumentOperation argument, Carrier carrier)
    {
        if (carrier.Inner is not { } inner)
            return EscapeFlow.UsedUp;
        if (argument.Parameter!.OriginalDefinition.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: ITypeParameterSymbol { DeclaringMethod: null } })
            return KeepIn(call, method, inner, argument); // GetOrAdd(key, _ => value)
        if (inner.IsRunning && argument.Parameter.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnsVoid: true })
            return EscapeFlow.Escapes(call.Syntax, new EscapeReason("RunsOnAfterAwait"), canEnd: true);
        return KnownCallees.CanHold(call.Type) ? Follow(call, Carrier.HolderOf(inner)) : EscapeFlow.UsedUp;
    }

    /// <summary><c>threads.ForEach(thread => thread.Join())</c>, <c>Array.ForEach(threads, ...)</c></summary>
    private static bool WaitsForElements(IOperation call, IOperation holder, Carrier carrier) =>
        carrier is { Kind: CarrierKind.Holder, IsRunning: true }
            && call.ChildOperations.Where(part => part != holder).SelectMany(part => part.DescendantsAndSelf())
                .Any(inner => inner is IAwaitOperation || (inner is IInvocationOperation wait && KnownCallees.Waits(wait.TargetMethod)));

    /// <summary>A call on the carrier itself.</summary>
    private EscapeFlow CallOn(IInvocationOperation call, Carrier carrier)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return carrier is { Kind: CarrierKind.Delegate, Inner: { } result } ? FollowResult(call, result) : EscapeFlow.UsedUp;

        switch (carrier.Kind)
        {
            case CarrierKind.Delegate when method.Name == "BeginInvoke":
                return Scheduled(call, new EscapeReason("Scheduled", method.Name));
            case CarrierKind.Delegate when method.Name == "Compile":
                return Follow(call, carrier);
            case CarrierKind.Sequence or CarrierKind.Delegate:
                return EscapeFlow.UsedUp;
        }

        if (KnownCallees.Waits(method) || WaitsForElements(call, call.Instance!, carrier))
            return EscapeFlow.WaitedFor;
        if (KnownCallees.CopiesElements(method) && KnownCallees.CanHold(call.Type))
            return Follow(call, carrier);
        if (carrier.IsRunning)
            return KnownCallees.IsTask(method.ReturnType) ? Follow(call, Carrier.Running) : EscapeFlow.UsedUp;
        if (_context.Compilation.DeclarationsOf(method).IsEmpty && KnownCallees.StartsItsObject(method))
            return EscapeFlow.Escapes(call.Syntax, new EscapeReason("Scheduled", Name(method)), canEnd: true);
        return EscapeFlow.UsedUp;
    }

    private EscapeFlow Unknown(IOperation call, Carrier carrier)
    {
        if (_options.ReportUnknownCallees && carrier.Kind == CarrierKind.Delegate)
            return KeptBy(call, (call as IInvocationOperation)?.TargetMethod);
        if (!carrier.IsRunning)
            return EscapeFlow.UsedUp;

        // A task handed to a method that gives a task back is taken to be part of it; else it runs on unless the name says that it waits.
        if (KnownCallees.IsTask(call.Type))
            return Follow(call, Carrier.Running);
        return call is IInvocationOperation invocation && KnownCallees.MayWait(invocation.TargetMethod) ? EscapeFlow.WaitedFor : EscapeFlow.UsedUp;
    }

    private EscapeFlow KeepIn(IOperation call, IMethodSymbol method, Carrier carrier, IArgumentOperation argument)
    {
        // An extension method's receiver is its first argument.
        var receiver = call is not IInvocationOperation invocation ? null
            : invocation.Instance ?? (method.IsExtensionMethod && argument.Parameter!.Ordinal > 0 ? invocation.Arguments[0].Value : null);
        var kept = receiver == null ? KeptBy(call, method)
            : KeptByObject(FluentReceiver.Of(receiver, method.ReducedFrom ?? method, argument.Parameter!), carrier, call, method);

        // Immutable collections give back a new one instead.
        return method.ReturnType is { SpecialType: SpecialType.None } && KnownCallees.IsImmutable(method.ContainingType)
            ? Follow(call, Carrier.HolderOf(carrier))
            : kept;
    }

    private EscapeFlow KeptByObject(IOperation receiver, Carrier carrier, IOperation call, IMethodSymbol method)
    {
        if (receiver is ILocalReferenceOperation { Local: var local } && IsOfThisIteration(local) && FluentReceiver.IsMadeFor(local, call.Root(), method))
            return FollowVariable(local, call.Root(), Carrier.HolderOf(carrier));

        var flow = Keep(receiver, carrier, call, call);
        return flow.Escape is { } escape && escape.Syntax == call.Syntax ? KeptBy(call, method) : flow;
    }

    private static EscapeFlow KeptBy(IOperation call, IMethodSymbol? method) =>
        EscapeFlow.Escapes(call.Syntax, new EscapeReason("KeptBy", method == null ? call.Syntax.ToString() : Name(method)));

    private static string Name(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? "new " + method.ContainingType.Name
        : method.ContainingType is { } type ? type.Name + "." + method.Name : method.Name;

    private static bool IsInstantHandle(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(a => a.AttributeClass?.Name is "InstantHandleAttribute" or "InstantHandle");
}
