using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>What was read to find something: code, and words that were searched for. What is only declared is not noted.</summary>
internal sealed class Reads
{
    [ThreadStatic]
    private static Reads? _current;

    private readonly HashSet<SyntaxNode> _roots = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<SyntaxNode> _plain = [];
    private readonly HashSet<Reads> _inner = [];

    /// <summary>Notes what <paramref name="find"/> reads on this thread, and nothing of it for whoever asks.</summary>
    public static T During<T>(Func<T> find, out Reads reads)
    {
        var outer = _current;
        reads = _current = new Reads();
        try
        {
            return find();
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>The code of a declaration is read.</summary>
    public static void Code(SyntaxNode root) => _current?._roots.Add(root);

    /// <summary>It is searched for where a name stands, or for one of the uses of it that <see cref="Words"/> tells apart.</summary>
    public static void Name(string name) => _current?._names.Add(name);

    /// <summary>Of the code of a declaration only its plain calls are used: other code that makes the same calls would do.</summary>
    public static void CallsOf(SyntaxNode root) => _current?._plain.Add(root);

    /// <summary>Something is used that was found before, by reading these.</summary>
    public static void Again(Reads reads)
    {
        if (_current != reads)
            _current?._inner.Add(reads);
    }

    /// <summary>All of it, that of what was used included.</summary>
    public (IReadOnlyCollection<SyntaxNode> Roots, IReadOnlyCollection<string> Names, IReadOnlyCollection<SyntaxNode> Plain) All()
    {
        var roots = new HashSet<SyntaxNode>(_roots);
        var names = new HashSet<string>(_names, StringComparer.Ordinal);
        var plain = new HashSet<SyntaxNode>(_plain);
        var seen = new HashSet<Reads> { this };
        var open = new Stack<Reads>(_inner);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next))
                continue;
            roots.UnionWith(next._roots);
            names.UnionWith(next._names);
            plain.UnionWith(next._plain);
            foreach (var inner in next._inner)
                open.Push(inner);
        }

        return (roots, names, plain);
    }

    /// <summary>These, known beforehand.</summary>
    public static Reads Of(IEnumerable<SyntaxNode> roots, IEnumerable<string> names, IEnumerable<SyntaxNode> plain)
    {
        var reads = new Reads();
        reads._roots.UnionWith(roots);
        reads._names.UnionWith(names);
        reads._plain.UnionWith(plain);
        return reads;
    }
}
