using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>Where a closure outlives the iteration, and how.</summary>
/// <param name="canEnd">It runs on by itself or is subscribed, so waiting for it or taking it back within the iteration ends it.</param>
internal sealed class Escape(SyntaxNode syntax, EscapeReason reason, bool canEnd = false)
{
    public SyntaxNode Syntax { get; } = syntax;

    public EscapeReason Reason { get; } = reason;

    public bool CanEnd { get; } = canEnd;
}

/// <summary>What becomes of a carrier; nothing of it is set where the carrier is used up in place.</summary>
internal readonly struct EscapeFlow
{
    public static readonly EscapeFlow UsedUp;
    public static readonly EscapeFlow WaitedFor = new() { Settled = true };

    /// <summary>The first place where it outlives the iteration.</summary>
    public Escape? Escape { get; init; }

    /// <summary>It was awaited, joined or disposed of.</summary>
    public bool Settled { get; init; }

    /// <summary>In a callee: what the object it was called on keeps.</summary>
    public Carrier? Kept { get; init; }

    /// <summary>In a callee: what the caller gets back carries it.</summary>
    public Carrier? Returned { get; init; }

    public static EscapeFlow Escapes(SyntaxNode syntax, EscapeReason reason, bool canEnd = false) =>
        new() { Escape = new Escape(syntax, reason, canEnd) };

    public EscapeFlow And(EscapeFlow other) => new()
    {
        Escape = Escape is null or { CanEnd: true } ? other.Escape is null or { CanEnd: true } ? Escape ?? other.Escape : other.Escape : Escape,
        Settled = Settled || other.Settled,
        Kept = Kept ?? other.Kept,
        Returned = Returned ?? other.Returned,
    };

    /// <summary>What is left once it is known whether anyone waited: what merely ran on has then ended.</summary>
    public EscapeFlow AfterWaiting() => Settled && Escape is { CanEnd: true } ? this with { Escape = null } : this;
}
