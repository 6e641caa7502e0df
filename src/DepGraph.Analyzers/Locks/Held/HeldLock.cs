using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>A lock as the code names it, and where it was taken.</summary>
internal sealed class HeldLock(string path, LockKind kind, string name, SyntaxNode takenAt, bool isLockStatement, int? unprovenParameter = null,
    ISymbol? provenMember = null)
{
    /// <summary>Which lock it is, from <c>this</c>, a parameter, a local or a type onward: equal paths, same lock.</summary>
    public string Path { get; } = path;

    public LockKind Kind { get; } = kind;

    /// <summary>The lock's expression in the source, for the message.</summary>
    public string Name { get; } = name;

    public SyntaxNode TakenAt { get; } = takenAt;

    /// <summary>The parameter that must turn out, at each call, to be a semaphore made with 1; null where that is known.</summary>
    public int? UnprovenParameter { get; } = unprovenParameter;

    /// <summary>Taken by a <c>lock</c> statement, where the compiler itself refuses some things.</summary>
    public bool IsLockStatement { get; } = isLockStatement;

    /// <summary>
    /// The member that holds it, where the lock is certainly not re-entrant and this way leads to the same one every time; null where any of this is not known.
    /// </summary>
    public ISymbol? ProvenMember { get; } = provenMember;
}
