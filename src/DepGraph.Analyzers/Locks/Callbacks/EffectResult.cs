using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>What an effect comes to on one way: a hazard, or a body of ours to look into.</summary>
internal sealed class EffectResult
{
    private EffectResult(HazardText? text, LockRule rule, IReadOnlyList<IOperation> creations, Body? body, string? name,
        ImmutableDictionary<IParameterSymbol, Argument> arguments, Receiver? receiver = null)
    {
        Text = text;
        Rule = rule;
        Creations = creations;
        Body = body;
        Name = name;
        Arguments = arguments;
        Receiver = receiver;
    }

    /// <summary>How the hazard is told; null where there is a body to look into.</summary>
    public HazardText? Text { get; }

    /// <summary>The rule that tells of it.</summary>
    public LockRule Rule { get; }

    /// <summary>The creations of a TaskCompletionSource that lack the flag.</summary>
    public IReadOnlyList<IOperation> Creations { get; }

    public Body? Body { get; }

    /// <summary>The body's name for the path; null for a lambda.</summary>
    public string? Name { get; }

    public ImmutableDictionary<IParameterSymbol, Argument> Arguments { get; }

    /// <summary>What <c>this</c> is in the body; null where nobody can tell.</summary>
    public Receiver? Receiver { get; }

    public static EffectResult CallsBackImplicitly(HazardText text) => Is(LockRule.ImplicitCallback, text);

    public static EffectResult CallsExtensionPoint(HazardText text) => Is(LockRule.ExtensionPoint, text);

    public static EffectResult CallsBack(HazardText text, IReadOnlyList<IOperation>? creations = null) => Is(LockRule.Callback, text, creations);

    public static EffectResult Waits(HazardText text) => Is(LockRule.BlockingWait, text);

    public static EffectResult TakesAgain(HazardText text) => Is(LockRule.TakenAgain, text);

    public static EffectResult Enters(Body body, string? name, ImmutableDictionary<IParameterSymbol, Argument> arguments, Receiver? receiver = null) =>
        new(null, default, [], body, name, arguments, receiver);

    /// <summary>The same, where it is a logger that calls back, or a test that is called.</summary>
    public EffectResult Milder() => Rule == LockRule.Callback ? Is(LockRule.ExtensionPoint, Text!, Creations) : this;

    private static EffectResult Is(LockRule rule, HazardText text, IReadOnlyList<IOperation>? creations = null) =>
        new(text, rule, creations ?? [], null, null, CallContext.NoArguments);
}
