using System.Collections.Concurrent;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>Answers found once in a compilation. Whoever is given one depends on what was read for it.</summary>
internal sealed class Answers<TKey, TValue>(Func<TKey, TValue> find, IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Answer> _known = new(comparer);

    public TValue Of(TKey key)
    {
        if (!_known.TryGetValue(key, out var answer))
        {
            var value = Reads.During(() => find(key), out var reads);
            answer = _known.GetOrAdd(key, new Answer(value, reads));
        }

        Reads.Again(answer.Reads);
        return answer.Value;
    }

    private sealed record Answer(TValue Value, Reads Reads);
}
