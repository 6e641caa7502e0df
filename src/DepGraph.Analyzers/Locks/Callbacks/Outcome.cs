using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>What an effect comes to on one way: a callback, or a body of ours to look into.</summary>
internal sealed class Outcome
{
    private Outcome(string? what, Body? body, string name, ImmutableDictionary<IParameterSymbol, Argument> arguments)
    {
        What = what;
        Body = body;
        Name = name;
        Arguments = arguments;
    }

    /// <summary>The callback in words; null where there is a body to look into.</summary>
    public string? What { get; }

    public Body? Body { get; }

    /// <summary>The body's name for the path.</summary>
    public string Name { get; }

    public ImmutableDictionary<IParameterSymbol, Argument> Arguments { get; }

    public IReadOnlyList<IOperation> Creations { get; private set; } = [];

    /// <summary>Formatting, enumerating or disposing runs the code; nobody wrote a call of it.</summary>
    public bool IsImplicit { get; private set; }

    public static Outcome CallsBackImplicitly(string what) => new(what, null, "", Frame.NoArguments) { IsImplicit = true };

    public static Outcome CallsBack(string what, IReadOnlyList<IOperation>? creations = null)
        => new(what, null, "", Frame.NoArguments) { Creations = creations ?? [] };

    public static Outcome Enters(Body body, string name, ImmutableDictionary<IParameterSymbol, Argument> arguments)
        => new(null, body, name, arguments);
}
