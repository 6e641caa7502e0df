using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>What is known of methods whose bodies are not to be seen: the runtime's, and those of common libraries.</summary>
internal static class KnownCallees
{
    public static ArgumentTreatment TreatmentOf(IMethodSymbol method, IParameterSymbol parameter, Carrier carrier)
    {
        method = method.ReducedFrom ?? method;
        if ((carrier.IsRunning || carrier.Inner?.IsRunning == true) && OfTasks(method, carrier) is var waiting and not ArgumentTreatment.Unknown)
            return waiting;
        if (method.MethodKind == MethodKind.Constructor)
            return OfConstructor(method, parameter, carrier);

        var type = method.ContainingType;
        var definition = parameter.OriginalDefinition.Type;
        var isReceiver = method.IsExtensionMethod && parameter.Ordinal == 0;
        if (!isReceiver && OfDocumented(method, parameter) is { } documented)
            return documented;
        if (Linq.IsOperatorOnClosures(method))
            return OfLinq(method, definition, carrier);
        if (!isReceiver && IsAdding(method, carrier))
            return Keeps(method, definition, carrier) ? ArgumentTreatment.Keeps : ArgumentTreatment.UsesUp;
        if (type.IsSystem() && type.Name is "EventCallbackFactory" or "EventCallbackFactoryBinderExtensions" or "RuntimeHelpers")
            return ArgumentTreatment.Wraps; // what Razor compiles event handlers and bindings to
        if (type.IsSystem() && method.IsStatic && IsFactory(method, definition))
            return ArgumentTreatment.Wraps;
        if (type.IsSystem() && carrier.Kind == CarrierKind.Delegate && (IsCollection(type) || ImmediateMethods.AreOf(type)))
            return IsTask(method.ReturnType) ? ArgumentTreatment.Schedules : ArgumentTreatment.UsesUp;
        return ArgumentTreatment.Unknown;
    }

    /// <summary>What the documentation says; of an override, that of the method it overrides.</summary>
    private static ArgumentTreatment? OfDocumented(IMethodSymbol method, IParameterSymbol parameter)
    {
        for (var declared = method; declared != null; declared = declared.OverriddenMethod)
        {
            if (DelegateTakers.FateOf(declared, parameter) is { } fate)
            {
                return fate switch
                {
                    DelegateFate.UsedAtOnce => ArgumentTreatment.UsesUp,
                    DelegateFate.Kept => ArgumentTreatment.Keeps,
                    DelegateFate.RunsLater => ArgumentTreatment.Schedules,
                    _ => ArgumentTreatment.Wraps,
                };
            }
        }

        return null;
    }

    private static ArgumentTreatment OfConstructor(IMethodSymbol constructor, IParameterSymbol parameter, Carrier carrier)
    {
        var type = constructor.ContainingType;
        if (type.IsSystem() && type.Name is "Task" or "Thread" or "Timer" && parameter.Type.TypeKind == TypeKind.Delegate)
            return ArgumentTreatment.Schedules;
        var enumerates = type.IsSystem() && (type.ContainingNamespace.Name == "Linq" || parameter.OriginalDefinition.Type is not ITypeParameterSymbol);
        return carrier is { Kind: CarrierKind.Sequence, Inner: null } && enumerates ? ArgumentTreatment.UsesUp : ArgumentTreatment.Wraps;
    }

    private static ArgumentTreatment OfTasks(IMethodSymbol method, Carrier carrier)
    {
        if (method.ContainingType.IsSystem() && method.ContainingType.Name is "Task" or "ValueTask" or "TaskExtensions" or "TaskAsyncEnumerableExtensions")
        {
            if (method.Name is "WaitAll" or "WaitAny")
                return ArgumentTreatment.WaitsFor;
            if (IsTask(method.ReturnType))
                return carrier.IsRunning ? ArgumentTreatment.PassesOn : ArgumentTreatment.Schedules; // enumerating a lazy sequence of tasks starts them
        }

        return ArgumentTreatment.Unknown;
    }

    private static ArgumentTreatment OfLinq(IMethodSymbol method, ITypeSymbol parameter, Carrier carrier)
    {
        if (method.Name == "Subscribe")
            return ArgumentTreatment.Schedules;
        if (IsTask(method.ReturnType))
            return ArgumentTreatment.Schedules;
        if (!SequenceTypes.Are(method.ReturnType, SequenceUse.QueryOfClosures))
            return carrier.Kind == CarrierKind.Delegate ? ArgumentTreatment.UsesUp : carrier.Inner == null && carrier.Kind == CarrierKind.Sequence
                ? ArgumentTreatment.UsesUp : ArgumentTreatment.Wraps;
        return carrier.Kind == CarrierKind.Holder || parameter.TypeKind == TypeKind.TypeParameter ? ArgumentTreatment.Wraps : ArgumentTreatment.Defers;
    }

    private static readonly string[] AddingVerbs =
        ["Add", "Insert", "Enqueue", "Push", "TryAdd", "GetOrAdd", "TryEnqueue", "TryPush", "Append", "Prepend", "SetItem", "TryUpdate"];

    private static readonly string[] PassingVerbs = ["TryWrite", "WriteAsync", "Post", "SendAsync"];

    /// <summary>Whether the method adds its argument to the collection it is called on, also as an extension method of one.</summary>
    private static bool IsAdding(IMethodSymbol method, Carrier carrier)
    {
        if (method.ContainingType.Name is "ChannelWriter" or "DataflowBlock" or "ITargetBlock")
            return PassingVerbs.Contains(method.Name);
        if (!AddingVerbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)) || ImmediateMethods.AreOf(method.ContainingType))
            return false;
        var receiver = method.IsExtensionMethod ? method.Parameters[0].Type : method.ContainingType;
        return IsCollection(receiver) || receiver.Name is "PriorityQueue" or "BlockingCollection"
            || (carrier.Kind is CarrierKind.Holder or CarrierKind.Running && method.Name.StartsWith("Add", StringComparison.Ordinal));
    }

    /// <summary>ConcurrentDictionary.AddOrUpdate runs a delegate, List.AddRange enumerates a sequence; elements are kept.</summary>
    private static bool Keeps(IMethodSymbol method, ITypeSymbol parameter, Carrier carrier)
    {
        if (parameter.TypeKind == TypeKind.TypeParameter)
            return true;
        if (carrier.Kind == CarrierKind.Sequence)
            return carrier.Inner != null || parameter.SpecialType == SpecialType.System_Object;
        return carrier.Kind != CarrierKind.Delegate || !method.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);
    }

    private static bool IsFactory(IMethodSymbol method, ITypeSymbol parameter) =>
        method.Name is "Combine" or "Synchronized"
            || ((method.Name.StartsWith("Create", StringComparison.Ordinal) || method.Name.StartsWith("From", StringComparison.Ordinal))
                && (parameter.TypeKind is TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Array));

    public static bool MakesACollection(IMethodSymbol method) =>
        method.ContainingType.IsSystem()
            && (method.Name.StartsWith("To", StringComparison.Ordinal) || method.Name.StartsWith("Create", StringComparison.Ordinal))
            && (IsCollection(method.ReturnType) || method.ReturnType.TypeKind == TypeKind.Array);

    public static bool CopiesElements(IMethodSymbol method) =>
        method.ContainingType.IsSystem()
            && (method.Name is "Build" or "AsReadOnly" or "GetEnumerator" || method.Name.StartsWith("To", StringComparison.Ordinal));

    public static bool Waits(IMethodSymbol method) =>
        method.Name is "Wait" or "Join" or "GetAwaiter" or "RunSynchronously" or "WaitForExit" or "Dispose" or "DisposeAsync" or "Unregister"
            or "GetResult" or "EndInvoke" or "WaitForCompletion" or "AsyncWaitForCompletion";

    /// <summary>By its name: a helper that blocks on a task, or an assertion about one. An async one returns before the task has ended.</summary>
    public static bool MayWait(IMethodSymbol method) =>
        !IsAsync(method)
            && (NamesAWait(method.Name) || method.Name.Contains("Sync") || method.Name.Contains("Result")
                || method.ContainingType.Name.Contains("Assert") || method.Name.StartsWith("Should", StringComparison.Ordinal));

    private static bool NamesAWait(string name) =>
        (name.Contains("Wait") || name.Contains("Await"))
            && !(name.Contains("NoWait") || name.Contains("NoAwait") || name.Contains("DontWait") || name.Contains("DontAwait"));

    /// <summary>Of another assembly the compiler's mark tells.</summary>
    private static bool IsAsync(IMethodSymbol method) =>
        method.IsAsync || method.OriginalDefinition.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "AsyncStateMachineAttribute");

    /// <summary>Timers, workers, processes: subscribed to and started, they raise their events on their own.</summary>
    public static bool StartsItsObject(IMethodSymbol method) =>
        method.Name is "Start" or "RunWorkerAsync" || method.Name.StartsWith("Begin", StringComparison.Ordinal);

    public static bool IsTask(ITypeSymbol? type) =>
        type is
        {
            Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "DispatcherOperation"
            or "IAsyncAction" or "IAsyncOperation"
        };

    public static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
            && (IsEnumerable(type) || type.AllInterfaces.Any(IsEnumerable));

    private static bool IsEnumerable(ITypeSymbol type) => type.SpecialType == SpecialType.System_Collections_IEnumerable;

    public static bool IsImmutable(ITypeSymbol type) => type.ContainingNamespace?.Name == "Immutable" && type.Name != "Builder";

    public static bool CanHold(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: >= SpecialType.System_Void and <= SpecialType.System_UIntPtr } => false,
        { TypeKind: TypeKind.Enum } => false,
        IArrayTypeSymbol array => CanHold(array.ElementType),
        INamedTypeSymbol { IsGenericType: true, DelegateInvokeMethod: null } generic when IsCollection(generic) => generic.TypeArguments.Any(CanHold),
        _ => true,
    };
}
