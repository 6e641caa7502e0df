using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>One call of ours in a body that does nothing else of interest, whoever calls it.</summary>
/// <param name="Callee">The declaration that runs.</param>
/// <param name="Name">The callee's, for the path; null where it has none.</param>
/// <param name="At">Where the call stands in its own declaration.</param>
/// <param name="Site">Which of the body's sites it is, and which of its results: so it is found again where its arguments matter.</param>
/// <param name="Result">See <paramref name="Site"/>.</param>
/// <param name="Held">The locks that the body itself holds there, by their paths.</param>
internal sealed record PlainCall(SyntaxNode Callee, string? Name, Place At, int Site, int Result, IReadOnlyList<string> Held, CallTraits Traits)
{
    public bool Is(CallTraits trait) => (Traits & trait) != 0;

    /// <summary>What leads on from it is the same, wherever in its declaration it stands.</summary>
    public bool IsLike(PlainCall other) =>
        Callee == other.Callee && Name == other.Name && Traits == other.Traits && Held.SequenceEqual(other.Held);

    public PlainCall? After(CodeMove move) => move.Counterpart(Callee) is { } callee ? this with { Callee = callee } : null;
}

/// <summary>A place in a declaration: it stays the same while the declaration does.</summary>
internal sealed record Place(int Start, int Length, int Kind)
{
    public static Place Of(SyntaxNode node, SyntaxNode root) => new(node.SpanStart - root.SpanStart, node.Span.Length, node.RawKind);
}

/// <summary>What else is to be known of a call.</summary>
[Flags]
internal enum CallTraits
{
    None = 0,

    /// <summary>An await lies behind.</summary>
    IsBehindAwait = 1,

    /// <summary>What the callee does may depend on its arguments.</summary>
    DependsOnCaller = 2,

    /// <summary>It enumerates what the callee yields.</summary>
    Enumerates = 4,

    /// <summary>Its end is waited for.</summary>
    IsAwaited = 8,

    /// <summary>Its result is handed on to the caller.</summary>
    IsReturned = 16,

    /// <summary>A condition before it may ask whether the lock is held.</summary>
    IsGuarded = 32,
}
