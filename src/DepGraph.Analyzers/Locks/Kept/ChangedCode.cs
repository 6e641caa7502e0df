using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>The statements that differ between two versions of a declaration: all others say the same, whatever was typed beside them.</summary>
internal static class ChangedCode
{
    /// <summary>The words of these statements, before and after.</summary>
    public static IEnumerable<string> WordsOf(SyntaxNode before, SyntaxNode after) =>
        Between(before, after).Distinct().SelectMany(Words.In);

    /// <remarks>A statement whole: what a name stands for may be told by any other part of its statement.</remarks>
    private static IEnumerable<SyntaxNode> Between(SyntaxNode before, SyntaxNode after)
    {
        if (SyntaxFactory.AreEquivalent(before, after))
            return [];
        return before is BlockSyntax old && after is BlockSyntax now ? Between(old.Statements, now.Statements)
            : InnerOf(before, after) is { } inner ? inner.SelectMany(pair => Between(pair.Before, pair.After))
            : [before, after];
    }

    private static IEnumerable<SyntaxNode> Between(SyntaxList<StatementSyntax> before, SyntaxList<StatementSyntax> after)
    {
        var (first, last) = (0, 0);
        var least = Math.Min(before.Count, after.Count);
        while (first < least && SyntaxFactory.AreEquivalent(before[first], after[first]))
            first++;
        while (last < least - first && SyntaxFactory.AreEquivalent(before[before.Count - 1 - last], after[after.Count - 1 - last]))
            last++;
        var (old, now) = (before.Count - first - last, after.Count - first - last);
        return old == 1 && now == 1 ? Between(before[first], after[first]) : before.Skip(first).Take(old).Concat(after.Skip(first).Take(now));
    }

    /// <summary>Where nothing but statements inside has changed, those; null where it is more.</summary>
    private static List<(SyntaxNode Before, SyntaxNode After)>? InnerOf(SyntaxNode before, SyntaxNode after)
    {
        var (old, now) = (before.ChildNodesAndTokens(), after.ChildNodesAndTokens());
        if (before.RawKind != after.RawKind || old.Count != now.Count)
            return null;
        var inner = new List<(SyntaxNode, SyntaxNode)>();
        for (var i = 0; i < old.Count; i++)
        {
            if (old[i].IsEquivalentTo(now[i]))
                continue;
            if (!HoldsStatements(old[i].AsNode()) || !HoldsStatements(now[i].AsNode()))
                return null;
            inner.Add((old[i].AsNode()!, now[i].AsNode()!));
        }

        return inner;
    }

    private static bool HoldsStatements(SyntaxNode? node) => node is StatementSyntax or ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax;
}
