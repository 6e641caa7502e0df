using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>The thread waits until another does something.</summary>
internal sealed class BlockingWait(IOperation at, IOperation? value, WaitKind kind) : Effect(at, value)
{
    /// <summary>The lock that is given up while the thread waits; null where none is.</summary>
    public IOperation? GivenUp => kind == WaitKind.Pulse ? Value : null;

    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled)
    {
        switch (operation)
        {
            case IInvocationOperation call when KindOf(call, compiled) is { } kind:
                var wait = new BlockingWait(call, ValueOf(call), kind);
                return WaitTimeout.IsZero(call) ? null : [wait, .. HandedArguments.Read(call, compiled) ?? []];
            case IPropertyReferenceOperation { Instance: { } task, Parent: not IPropertySubpatternOperation } property
                when !IsOf(property.Property.ContainingType, compiled) && WaitingMethods.Find(property.Property) is { } kind:
                return [new BlockingWait(property, task, kind)];
            default:
                return null;
        }
    }

    /// <summary>The registration with a token is disposed, whatever type it is seen as.</summary>
    public static EffectResult ForCallback(string name) =>
        EffectResult.Waits(new HazardText("Waits" + nameof(WaitKind.Registration), name, "WaitsForCallback"));

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source) =>
        Waits(context, source) ? [EffectResult.Waits(new HazardText("Waits" + kind, ShortName(context, source), Consequence()))] : [];

    private static WaitKind? KindOf(IInvocationOperation call, IAssemblySymbol compiled)
    {
        if (call.TargetMethod is { Name: "Dispose", ContainingType.TypeKind: TypeKind.Interface })
            return call.Instance is { } disposed && Unwrap.Converted(disposed).Type is INamedTypeSymbol { TypeKind: TypeKind.Struct } type
                && type.GetMembers("Dispose").FirstOrDefault() is { } dispose && !IsOf(type, compiled) ? WaitingMethods.Find(dispose) : null;
        if (IsOf(call.TargetMethod.ContainingType, compiled))
            return null;
        return call.TargetMethod is { Name: "EndInvoke", ContainingType.TypeKind: TypeKind.Delegate } ? WaitKind.Task : WaitingMethods.Find(call.TargetMethod);
    }

    private static bool IsOf(INamedTypeSymbol? type, IAssemblySymbol compiled) => SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, compiled);

    private static IOperation? ValueOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "GetResult" } => Unwrap.Value(call.Instance!),
        { Name: "EndInvoke" } => call.Arguments.LastOrDefault()?.Value,
        { Name: "Wait", IsStatic: true } => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value,
        _ => call.Instance,
    };

    private bool Waits(CallContext context, SourceFacts source) => kind switch
    {
        WaitKind.Loop => SleepLoops.ConditionAround(At.Syntax, source.Bodies) != null,
        WaitKind.Task => !new FinishedTasks(source).AreAll(Waited(), At, context),
        WaitKind.Signal => !IsUnknownSemaphore(context, source)
            && !(Value is not null && TestedWaits.Include(TaskVariable.Of(Value, context.Body!), At, context.Body!)),
        WaitKind.Room => new LockCreations(source.ValueSources, source.Uses).IsBounded(Value, context.Body!),
        WaitKind.Thread => Value is not IPropertyReferenceOperation { Property.Name: "CurrentThread" },
        _ => true,
    };

    /// <summary>A mutex is a lock, and so is a semaphore made with 1; of one made out of sight nobody knows.</summary>
    private bool IsUnknownSemaphore(CallContext context, SourceFacts source) =>
        Value is not null && Unwrap.Type(Value, context.Body!) is { Name: var type } && (type == "Mutex"
            || (type is "Semaphore" or "SemaphoreSlim" && !new LockCreations(source.ValueSources, source.Uses).IsSignal(Value, context.Body!)));

    /// <summary>The tasks, where they can be told: of <c>WaitAll(a, b)</c> both.</summary>
    private IEnumerable<IOperation> Waited()
    {
        if (Value is not null)
            return [Value];
        return Arguments.Select(argument => Unwrap.Converted(argument.Value)).OfType<IArrayCreationOperation>().FirstOrDefault() is { Initializer: { } given }
            ? given.ElementValues
            : Enumerable.Empty<IOperation>();
    }

    /// <summary>Of a call its method alone: the arguments may go over many lines.</summary>
    private string ShortName(CallContext context, SourceFacts source)
    {
        if (kind == WaitKind.Loop && SleepLoops.ConditionAround(At.Syntax, source.Bodies) is { } condition)
            return condition.ToString();
        var value = Value is null ? At : TaskVariable.Of(Value, context.Body!);
        return value switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } nullable } => ExpressionName.Of(nullable, context.Body),
            IInvocationOperation { TargetMethod: { IsStatic: true } method } when Value is null => $"{method.ContainingType.Name}.{method.Name}",
            IInvocationOperation { TargetMethod: var method } call => method.Name + (call.Arguments.All(argument => argument.IsImplicit) ? "()" : "(...)"),
            _ => ExpressionName.Of(value, context.Body),
        };
    }

    private string Consequence() =>
        kind == WaitKind.Registration ? "WaitsForCallback"
            : kind != WaitKind.Loop && At is IInvocationOperation call && WaitTimeout.Ends(call) ? "WaitsForAWhile"
            : "WaitsForEver";
}
