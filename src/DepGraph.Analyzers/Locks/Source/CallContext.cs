using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>A body as it is reached from the lock: with what each of its parameters is given on this way.</summary>
internal sealed class CallContext
{
    public static readonly ImmutableDictionary<IParameterSymbol, Argument> NoArguments
        = ImmutableDictionary.Create<IParameterSymbol, Argument>(SymbolEqualityComparer.Default);

    /// <summary>A place in the source of which no way from a lock is known.</summary>
    public static readonly CallContext Unknown = new(null, NoArguments);

    private readonly Lazy<Given> _given;
    private readonly CallContext? _caller;

    public CallContext(Body? body, ImmutableDictionary<IParameterSymbol, Argument> arguments, bool onlyUntilAwait = false)
        : this(body, () => new Given(arguments, null), onlyUntilAwait, null)
    {
    }

    /// <param name="given">Asked for where what the body does depends on it.</param>
    /// <param name="caller">Null where none is known.</param>
    public CallContext(Body? body, Func<Given> given, bool onlyUntilAwait, CallContext? caller)
    {
        Body = body;
        _given = new(given);
        OnlyUntilAwait = onlyUntilAwait;
        _caller = caller;
    }

    /// <summary>A body whoever calls it: as soon as something is asked of the caller, nothing more is to be told.</summary>
    public static CallContext OfAnybody(Body body) => new(body, NoArguments) { IsAnybodys = true };

    public bool IsAnybodys { get; private init; }

    public Body? Body { get; }

    /// <summary>Something was asked of the caller.</summary>
    public bool WasAsked { get; private set; }

    public ImmutableDictionary<IParameterSymbol, Argument> Arguments => Ask().Arguments;

    /// <summary>What <c>this</c> is; null where nobody can tell.</summary>
    public Receiver? Receiver => Ask().Receiver;

    /// <summary>Nobody awaits the call, so that what lies behind its first await runs without the lock.</summary>
    public bool OnlyUntilAwait { get; }

    /// <summary>This body or a caller of it asks how a task's continuations run, and completes the task accordingly.</summary>
    public bool AsksForContinuations
    {
        get
        {
            WasAsked = true;
            return Body is { AsksForContinuations: true } || _caller is { AsksForContinuations: true };
        }
    }

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

    private Given Ask()
    {
        WasAsked = true;
        return _given.Value;
    }
}

/// <summary>What a caller gives a body.</summary>
internal sealed class Given(ImmutableDictionary<IParameterSymbol, Argument> arguments, Receiver? receiver)
{
    public ImmutableDictionary<IParameterSymbol, Argument> Arguments { get; } = arguments;

    public Receiver? Receiver { get; } = receiver;
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
