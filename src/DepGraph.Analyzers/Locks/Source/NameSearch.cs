using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DepGraph.Analyzers.Locks.Kept;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Where a compilation names something: found by the text, so that nothing else must be bound.</summary>
internal static class NameSearch
{
    /// <summary>A name that stands in more places than this tells nothing, and to look at all of them would take long.</summary>
    private const int Most = 60;

    /// <summary>Where a file has a name: a file that did not change is read once.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<string, int[]>> Known = new();

    /// <summary>Every place; null where there are more than <paramref name="most"/>.</summary>
    public static IReadOnlyList<SyntaxToken>? Find(string name, Compilation compilation, int most = Most)
    {
        Reads.Name(name);
        var words = new WordSearch([name]);
        var mentions = new List<SyntaxToken>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var position in Known.GetOrCreateValue(tree).GetOrAdd(name, _ => words.FindIn(tree)))
            {
                var token = tree.GetRoot().FindToken(position);
                if (token.ValueText == name)
                    mentions.Add(token);
                if (mentions.Count > most)
                    return null;
            }
        }

        return mentions;
    }
}
