using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>One thing an operation does that may run code of others.</summary>
internal sealed class Effect(EffectKind kind, IOperation at, IOperation? value = null, IMethodSymbol? method = null)
{
    public EffectKind Kind { get; } = kind;

    /// <summary>What to point at.</summary>
    public IOperation At { get; } = at;

    /// <summary>The object or delegate it is done to; null for a static member.</summary>
    public IOperation? Value { get; } = value;

    /// <summary>The method called, where there is one.</summary>
    public IMethodSymbol? Method { get; } = method;

    /// <summary>The type of the elements that are formatted, where a whole sequence is.</summary>
    public ITypeSymbol? Element { get; set; }

    /// <summary>How many LINQ queries lie between this effect and the code; a query can be made of itself.</summary>
    public int QueryDepth { get; set; }

    public ImmutableArray<IArgumentOperation> Arguments => At switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation property => property.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };
}

internal enum EffectKind
{
    /// <summary>Runs a method whose body is known by its symbol.</summary>
    Run,

    /// <summary>Calls a virtual, abstract or interface member of <see cref="Effect.Value"/>.</summary>
    Call,

    /// <summary>Invokes a delegate.</summary>
    Invoke,

    /// <summary>Completes a TaskCompletionSource.</summary>
    Complete,

    /// <summary>Cancels a CancellationTokenSource.</summary>
    Cancel,

    /// <summary>Calls through reflection.</summary>
    Reflect,

    /// <summary>Hands an element to whoever enumerates, with the lock still held.</summary>
    Yield,

    /// <summary>Turns an object into text.</summary>
    Format,

    /// <summary>Enumerates a sequence.</summary>
    Enumerate,

    /// <summary>Disposes an object.</summary>
    Dispose,
}
