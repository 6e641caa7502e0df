using DepGraph.Analyzers.Locks.Source;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The helpers of a compilation.</summary>
/// <param name="vocabulary">Knows them all.</param>
/// <param name="takers">The names of those that take a lock.</param>
internal sealed class LockHelpers(LockVocabulary vocabulary, WordSearch takers)
{
    public LockVocabulary Vocabulary { get; } = vocabulary;

    public WordSearch Takers { get; } = takers;
}
