using DepGraph.Analyzers.Locks.Source;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The helpers of a compilation.</summary>
/// <param name="calls">Knows them all.</param>
/// <param name="takers">The names of those that take a lock.</param>
internal sealed class LockHelpers(LockCalls calls, WordSearch takers)
{
    public LockCalls Calls { get; } = calls;

    public WordSearch Takers { get; } = takers;
}
