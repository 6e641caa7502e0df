using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>What an effect comes to on one way: a callback, or a body of ours to look into.</summary>
internal sealed class EffectResult
{
    private EffectResult(CallbackText? text, bool isImplicit, IReadOnlyList<IOperation> creations, Body? body, string? name,
        ImmutableDictionary<IParameterSymbol, Argument> arguments)
    {
        Text = text;
        IsImplicit = isImplicit;
        Creations = creations;
        Body = body;
        Name = name;
        Arguments = arguments;
    }

    /// <summary>How the callback is told; null where there is a body to look into.</summary>
    public CallbackText? Text { get; }

    /// <summary>Formatting, enumerating or disposing runs the code; nobody wrote a call of it.</summary>
    public bool IsImplicit { get; }

    /// <summary>The creations of a TaskCompletionSource that lack the flag.</summary>
    public IReadOnlyList<IOperation> Creations { get; }

    public Body? Body { get; }

    /// <summary>The body's name for the path; null for a lambda.</summary>
    public string? Name { get; }

    public ImmutableDictionary<IParameterSymbol, Argument> Arguments { get; }

    public static EffectResult CallsBackImplicitly(CallbackText text) => new(text, isImplicit: true, [], null, null, CallContext.NoArguments);

    public static EffectResult CallsBack(CallbackText text, IReadOnlyList<IOperation>? creations = null) =>
        new(text, isImplicit: false, creations ?? [], null, null, CallContext.NoArguments);

    public static EffectResult Enters(Body body, string? name, ImmutableDictionary<IParameterSymbol, Argument> arguments) =>
        new(null, isImplicit: false, [], body, name, arguments);
}
