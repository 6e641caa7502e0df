using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Where the text of a compilation names something that takes a lock. All other code, nearly the whole of a program, is left alone.</summary>
internal sealed class LockMentions
{
    /// <summary>The words for locks of the platform are the same in every compilation: a file that did not change is read once.</summary>
    public static readonly SyntaxTreeValueProvider<int[]> Known = new(new WordSearch(LockMethods.Words).FindIn);

    private readonly Func<SyntaxTree, int[]> _known;
    private readonly Func<SyntaxTree, LockOptions> _optionsOf;
    private readonly Lazy<LockHelpers> _helpers;
    private readonly ConcurrentDictionary<SyntaxTree, int[]> _all = new();
    private readonly Func<SyntaxTree, int[]> _findAll;

    /// <param name="known">Keeps what <see cref="Known"/> finds.</param>
    /// <param name="helpers">Asked for with the first file, and not before.</param>
    public LockMentions(Func<SyntaxTree, int[]> known, Func<SyntaxTree, LockOptions> optionsOf, Lazy<LockHelpers> helpers)
    {
        _known = known;
        _optionsOf = optionsOf;
        _helpers = helpers;
        _findAll = FindAll;
    }

    /// <summary>Some code of the file may take a lock.</summary>
    public bool IsIn(SyntaxTree tree) => _all.GetOrAdd(tree, _findAll).Length > 0;

    /// <summary>The code may take a lock.</summary>
    public bool IsIn(SyntaxNode code)
    {
        var positions = _all.GetOrAdd(code.SyntaxTree, _findAll);
        var at = Array.BinarySearch(positions, code.SpanStart);
        at = at < 0 ? ~at : at;
        return at < positions.Length && positions[at] < code.Span.End;
    }

    /// <summary>Locks of the platform, and the user's own: helpers of this compilation, and methods named in .editorconfig.</summary>
    private int[] FindAll(SyntaxTree tree)
    {
        var helpers = _helpers.Value.Takers.FindIn(tree);
        var configured = new WordSearch(_optionsOf(tree).Words).FindIn(tree);
        return helpers.Length + configured.Length == 0 ? _known(tree) : [.. _known(tree).Concat(helpers).Concat(configured).OrderBy(at => at)];
    }
}
