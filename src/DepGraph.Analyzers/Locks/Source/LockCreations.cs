using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Reads from how a lock object is made what kind of lock it is.</summary>
internal sealed class LockCreations(ValueSources valueSources, TypeUses uses)
{
    /// <summary>A semaphore made with 1. With 0 it is a signal, with more a throttle; unseen, it is not taken for a lock.</summary>
    public bool IsMutualExclusion(IOperation? semaphore, Body body) =>
        CreationsOf(semaphore, body) is { Count: > 0 } creations
            && creations.All(creation => AllGiven(creation, "initialCount") is { Count: > 0 } counts && counts.All(count => count is 1 or 1L));

    /// <summary>A semaphore that is never made with 1: to release it hands nothing back.</summary>
    public bool IsSignal(IOperation? semaphore, Body body) =>
        CreationsOf(semaphore, body) is { Count: > 0 } creations
            && !creations.Any(creation => Given(creation, "initialCount") is null or 1 or 1L);

    /// <summary>A lock that lets more than one in at a time.</summary>
    public bool IsThrottle(IOperation? locker, Body body) =>
        CreationsOf(locker, body).Any(creation => Given(creation, "maxCount") is { } count and not 1);

    /// <summary>A lock that is made with a number other than 1 here.</summary>
    public bool IsMadeForMany(IOperation? asyncLock, Body body) =>
        CreationsOf(asyncLock, body).Any(creation =>
            creation.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: int and not 1 }));

    /// <summary>A collection that is somewhere made with room for so many items and no more.</summary>
    public bool IsBounded(IOperation? collection, Body body) =>
        CreationsOf(collection, body).Any(creation => creation.Arguments.Any(argument => argument.Parameter?.Name == "boundedCapacity"));

    /// <summary>Whether a thread may take it twice; null where the creations are out of sight or differ.</summary>
    public bool? AllowsRecursion(IOperation? readerWriterLock, Body body)
    {
        const int SupportsRecursion = 1;
        var creations = CreationsOf(readerWriterLock, body);
        return creations.Count == 0 ? null
            : creations.All(creation => Given(creation, "recursionPolicy") is SupportsRecursion) ? true
            : creations.All(creation => creation.Arguments.IsEmpty || Given(creation, "recursionPolicy") is 0) ? false
            : null;
    }

    /// <summary>The creations a value is traced to; where the trace is lost, all of its type in the code around.</summary>
    private IReadOnlyList<IObjectCreationOperation> CreationsOf(IOperation? value, Body body)
    {
        if (value is null)
            return [];
        var traced = valueSources.Of(value, new CallContext(body, CallContext.NoArguments));
        var made = traced.Select(valueSource => valueSource.Operation).OfType<IObjectCreationOperation>().ToList();
        if (made.Count > 0 || value.Type is null)
            return made;
        return traced.Any(valueSource => valueSource.Kind == ValueSourceKind.Parameter)
            ? []
            : [.. uses.CreationsOf(value.Type, Owner(value, body))];
    }

    private static ISymbol Owner(IOperation value, Body body)
    {
        var member = Unwrap.Converted(value) is IFlowCaptureReferenceOperation capture && body.FirstCaptured(capture.Id) is { } captured ? captured : value;
        return member is IMemberReferenceOperation { Member: var owner } ? owner
            : body.Graph.OriginalOperation.SemanticModel!.GetEnclosingSymbol(body.Root.SpanStart)!;
    }

    /// <summary>The same where the creation stands in a constructor that is given the number itself: all that is given to it in sight.</summary>
    private IReadOnlyList<object?> AllGiven(IObjectCreationOperation creation, string parameter) =>
        creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value
            is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } handed }
            ? [.. uses.VisibleArgumentsOf(handed).Select(value => value.ConstantValue is { HasValue: true, Value: var number } ? number : null)]
            : [Given(creation, parameter)];

    private static object? Given(IObjectCreationOperation creation, string parameter) =>
        creation.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)
            ?.Value.ConstantValue is { HasValue: true, Value: var value } ? value : null;
}
