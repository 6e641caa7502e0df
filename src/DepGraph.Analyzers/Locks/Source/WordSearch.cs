using System.Runtime.CompilerServices;
using DepGraph.Analyzers.Locks.Kept;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Finds words in the text of a file, without asking for its syntax.</summary>
internal sealed class WordSearch
{
    private static readonly ConditionalWeakTable<SyntaxTree, WeakReference<string>> Texts = new();

    private readonly string[] _words;

    /// <summary>The words that hold no other: whoever finds none of these finds no word.</summary>
    private readonly string[] _shortest;

    public WordSearch(IEnumerable<string> words)
    {
        _words = [.. words.Where(word => word.Length > 0).Distinct()];
        _shortest = [.. _words.Where(word => !_words.Any(other => other != word && word.Contains(other)))];
    }

    /// <summary>Where one of the words stands as a whole identifier or keyword; in ascending order, comments and strings included.</summary>
    public int[] FindIn(SyntaxTree tree) => FindIn(tree, null);

    /// <summary>Where one of the words stands in a part of a file.</summary>
    public int[] FindIn(SyntaxTree tree, TextSpan? within)
    {
        if (_shortest.Length == 0)
            return [];
        var text = TextOf(tree);
        var (first, behind) = (within?.Start ?? 0, within?.End ?? text.Length);
        List<int>? found = null;
        foreach (var part in _shortest)
        {
            for (var at = Next(first); at >= 0; at = Next(at + part.Length))
            {
                var (start, end) = (at, at + part.Length);
                while (start > 0 && Words.IsPart(text[start - 1]))
                    start--;
                while (end < text.Length && Words.IsPart(text[end]))
                    end++;
                if (IsWord(text, start, end - start))
                    (found ??= []).Add(start);
            }

            int Next(int from) => text.IndexOf(part, from, behind - from, StringComparison.Ordinal);
        }

        if (found is null)
            return [];
        found.Sort();
        return [.. found];
    }

    /// <summary>A text that was typed into is put together anew each time it is asked for.</summary>
    private static string TextOf(SyntaxTree tree)
    {
        var known = Texts.GetValue(tree, _ => new WeakReference<string>(""));
        if (!known.TryGetTarget(out var text) || text.Length != tree.Length)
            known.SetTarget(text = tree.GetText().ToString());
        return text;
    }

    private bool IsWord(string text, int start, int length)
    {
        foreach (var word in _words)
        {
            if (word.Length == length && string.CompareOrdinal(text, start, word, 0, length) == 0)
                return true;
        }

        return false;
    }
}
