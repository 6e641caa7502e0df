using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The types of sequences, and which question each of them answers.</summary>
internal static class SequenceTypes
{
    private const SequenceUse Every = SequenceUse.Iterator | SequenceUse.Argument | SequenceUse.Value | SequenceUse.Query | SequenceUse.QueryOfClosures;
    private const SequenceUse Sequence = SequenceUse.Argument | SequenceUse.Value | SequenceUse.Query | SequenceUse.QueryOfClosures;

    private static readonly Dictionary<string, SequenceUse> Uses = new(StringComparer.Ordinal)
    {
        ["IEnumerable"] = Every,
        ["IAsyncEnumerable"] = Every,
        ["IEnumerator"] = SequenceUse.Iterator,
        ["IAsyncEnumerator"] = SequenceUse.Iterator,
        ["IQueryable"] = Sequence,
        ["IOrderedEnumerable"] = Sequence,
        ["IOrderedQueryable"] = Sequence,
        ["ParallelQuery"] = Sequence,
        ["OrderedParallelQuery"] = Sequence,
        ["IOrderedAsyncEnumerable"] = Sequence,
        ["IObservable"] = SequenceUse.QueryOfClosures,
        ["IConnectableObservable"] = SequenceUse.QueryOfClosures,
    };

    /// <summary>A type of this name answers the question, wherever it is declared.</summary>
    public static bool Are(ITypeSymbol? type, SequenceUse use) => type is INamedTypeSymbol && Uses.TryGetValue(type.Name, out var uses) && (uses & use) != 0;
}

/// <summary>What may be asked of the type of a sequence.</summary>
[Flags]
internal enum SequenceUse
{
    /// <summary>A method that returns it can be an iterator.</summary>
    Iterator = 1,

    /// <summary>A method of the platform enumerates an argument of this type before it returns.</summary>
    Argument = 2,

    /// <summary>A value of this type may be computed while it is enumerated (DG1003).</summary>
    Value = 4,

    /// <summary>A LINQ operator that returns it does nothing until it is enumerated (DG1002).</summary>
    Query = 8,

    /// <summary>The same, asked by DG1001.</summary>
    QueryOfClosures = 16,
}
