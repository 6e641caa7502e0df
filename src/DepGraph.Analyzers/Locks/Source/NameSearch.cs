using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Where a compilation names something: found by the text, so that nothing else must be bound.</summary>
internal static class NameSearch
{
    /// <summary>A name that stands in more places than this tells nothing, and to look at all of them would take long.</summary>
    private const int Most = 60;

    /// <summary>Every place; null where there are more than <paramref name="most"/>.</summary>
    public static IReadOnlyList<SyntaxToken>? Find(string name, Compilation compilation, int most = Most)
    {
        var words = new WordSearch([name]);
        var mentions = new List<SyntaxToken>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var position in words.FindIn(tree))
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
