using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>A body as it is reached from the lock: with what each of its parameters is given on this way.</summary>
internal sealed class CallContext(Body? body, ImmutableDictionary<IParameterSymbol, Argument> arguments, bool onlyUntilAwait = false,
    bool asksForContinuations = false, Receiver? receiver = null)
{
    public static readonly ImmutableDictionary<IParameterSymbol, Argument> NoArguments
        = ImmutableDictionary.Create<IParameterSymbol, Argument>(SymbolEqualityComparer.Default);

    /// <summary>A place in the source of which no way from a lock is known.</summary>
    public static readonly CallContext Unknown = new(null, NoArguments);

    public Body? Body { get; } = body;

    public ImmutableDictionary<IParameterSymbol, Argument> Arguments { get; } = arguments;

    /// <summary>What <c>this</c> is; null where nobody can tell.</summary>
    public Receiver? Receiver { get; } = receiver;

    /// <summary>Nobody awaits the call, so that what lies behind its first await runs without the lock.</summary>
    public bool OnlyUntilAwait { get; } = onlyUntilAwait;

    /// <summary>This body or a caller of it asks how a task's continuations run, and completes the task accordingly.</summary>
    public bool AsksForContinuations => asksForContinuations || Body is { AsksForContinuations: true };

    /// <summary>What a callee's parameters are given by these arguments of a caller.</summary>
    public static ImmutableDictionary<IParameterSymbol, Argument> Bind(ImmutableArray<IArgumentOperation> arguments, CallContext caller)
    {
        var bound = NoArguments;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None or RefKind.In } parameter)
                bound = bound.SetItem(parameter.OriginalDefinition, new Argument(argument.Value, caller));
        }

        return bound;
    }
}

/// <summary>What a parameter is given, and where.</summary>
internal sealed class Argument(IOperation value, CallContext caller)
{
    public IOperation Value { get; } = value;

    public CallContext Caller { get; } = caller;
}

/// <summary>What <c>this</c> is in a body, and where that was said.</summary>
internal sealed class Receiver(IOperation? value, CallContext caller)
{
    /// <summary>Null where it is the <c>this</c> of the caller itself.</summary>
    public IOperation? Value { get; } = value;

    public CallContext Caller { get; } = caller;
}
