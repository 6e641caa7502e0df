using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>How the search came to a body.</summary>
/// <param name="Held">The locks held there, the innermost first; those of helpers are their own.</param>
/// <param name="Path">Null at the lock itself.</param>
/// <param name="TypeChanges">How often the way led from one type to one that has nothing to do with it.</param>
/// <param name="IsPublicElsewhere">It leads through a public method of another type.</param>
/// <param name="IsLogging">It leads through a logger of the code's own.</param>
/// <param name="IsWaitedFor">All asynchronous calls on it are awaited, so that what they wait for is waited for under the lock.</param>
/// <param name="MayHaveReleased">A lock was released on it, or a condition asks for one, of which nobody can tell whether it is the one that is held.</param>
/// <param name="At">Where it leaves the declaration; null there.</param>
internal sealed record Way(CallContext Context, IReadOnlyList<HeldLock> Held, CallPath? Path, int TypeChanges, bool IsPublicElsewhere, bool IsLogging,
    bool IsWaitedFor, bool MayHaveReleased, IOperation? At)
{
    /// <summary>The declaration with the lock itself.</summary>
    public static Way From(CallContext declaration, IReadOnlyList<HeldLock> held) =>
        new(declaration, held, null, 0, IsPublicElsewhere: false, IsLogging: false, IsWaitedFor: true, MayHaveReleased: false, null);
}
