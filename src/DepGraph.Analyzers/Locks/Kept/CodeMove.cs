using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>From one version of some files to the next, where only code has changed and nothing that is declared.</summary>
internal sealed class CodeMove
{
    private readonly HashSet<SyntaxTree> _from = [];
    private readonly Dictionary<SyntaxNode, SyntaxNode> _same = [];
    private readonly Dictionary<SyntaxNode, SyntaxNode> _now = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    private CodeMove()
    {
    }

    /// <summary>The file was replaced.</summary>
    public bool Includes(SyntaxTree tree) => _from.Contains(tree);

    /// <summary>A declaration where it stands now, of a replaced file or not; null where its code was changed.</summary>
    public SyntaxNode? Of(SyntaxNode root) => !Includes(root.SyntaxTree) ? root : _same.TryGetValue(root, out var moved) ? moved : null;

    /// <summary>A declaration where it stands now, whether its code was changed or not.</summary>
    public SyntaxNode? Counterpart(SyntaxNode root) => !Includes(root.SyntaxTree) ? root : _now.TryGetValue(root, out var now) ? now : null;

    /// <summary>The name stands in a statement that was changed, before or after.</summary>
    public bool Touches(string name) => _words.Contains(name);

    /// <summary>Null where something that is declared has changed, or files came or went.</summary>
    public static CodeMove? Between(IReadOnlyList<SyntaxTree> before, IReadOnlyList<SyntaxTree> after)
    {
        if (before.Count != after.Count)
            return null;
        var move = new CodeMove();
        for (var i = 0; i < before.Count; i++)
        {
            if (!ReferenceEquals(before[i], after[i]) && !move.Add(before[i], after[i]))
                return null;
        }

        return move;
    }

    private bool Add(SyntaxTree before, SyntaxTree after)
    {
        if (before.FilePath != after.FilePath || !Equals(before.Options, after.Options) || !after.IsEquivalentTo(before, topLevel: true)
            || !DefinesOf(before).SequenceEqual(DefinesOf(after)))
            return false;
        var (old, now) = (Roots.In(before), Roots.In(after));
        if (old.Count != now.Count)
            return false;
        _from.Add(before);
        for (var i = 0; i < old.Count; i++)
        {
            _now.Add(old[i], now[i]);
            if (IsSame(old[i], now[i]))
                _same.Add(old[i], now[i]);
            else
                _words.UnionWith(ChangedCode.WordsOf(old[i], now[i]));
        }

        return true;
    }

    private static bool IsSame(SyntaxNode old, SyntaxNode now) =>
        old.Span.Length == now.Span.Length && old is not CompilationUnitSyntax
            && (old.IsIncrementallyIdenticalTo(now) || old.ToString() == now.ToString());

    /// <summary>They decide which calls of conditional methods are compiled.</summary>
    private static IEnumerable<string> DefinesOf(SyntaxTree tree) =>
        tree.GetRoot().ContainsDirectives
            ? tree.GetRoot().GetFirstToken(includeZeroWidth: true).LeadingTrivia
                .Where(trivia => trivia.IsKind(SyntaxKind.DefineDirectiveTrivia) || trivia.IsKind(SyntaxKind.UndefDirectiveTrivia))
                .Select(trivia => trivia.ToString())
            : [];
}
