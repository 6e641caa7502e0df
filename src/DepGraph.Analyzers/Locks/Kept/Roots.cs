using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>The declarations of a file that have code of their own: methods, accessors, initializers. What stands around them is only declared.</summary>
internal static class Roots
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> Known = new();

    /// <summary>The outermost declaration with code around a node; null where there is none.</summary>
    public static SyntaxNode? Around(SyntaxNode node)
    {
        for (var at = node; at != null; at = at.Parent)
        {
            switch (at)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent.Parent.Parent: BaseFieldDeclarationSyntax }:
                case CompilationUnitSyntax unit when HasStatements(unit):
                    return at;
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>All of a file in the order of the text; the file itself is the first where it has top-level statements.</summary>
    public static IReadOnlyList<SyntaxNode> In(SyntaxTree tree) => Known.GetValue(tree, one => [.. In(one.GetRoot())]);

    /// <summary>The one a place lies in; -1 where it lies in none.</summary>
    public static int IndexAt(SyntaxTree tree, int position)
    {
        var roots = In(tree);
        var (first, behind) = (0, roots.Count);
        while (first < behind)
        {
            var middle = (first + behind) / 2;
            if (roots[middle].SpanStart <= position)
                first = middle + 1;
            else
                behind = middle;
        }

        return first > 0 && roots[first - 1].Span.Contains(position) ? first - 1 : -1;
    }

    private static IEnumerable<SyntaxNode> In(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => HasStatements(unit) ? [unit, .. unit.Members.SelectMany(In)] : unit.Members.SelectMany(In),
        BaseNamespaceDeclarationSyntax inner => inner.Members.SelectMany(In),
        TypeDeclarationSyntax type => type.Members.SelectMany(In),
        BaseMethodDeclarationSyntax => [node],
        BasePropertyDeclarationSyntax property => node.ChildNodes().Where(IsOfProperty).Concat(property.AccessorList?.Accessors ?? default)
            .OrderBy(part => part.SpanStart),
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Initializer).OfType<SyntaxNode>(),
        _ => [],
    };

    private static bool IsOfProperty(SyntaxNode part) => part is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax;

    private static bool HasStatements(CompilationUnitSyntax unit) => unit.Members.Any(SyntaxKind.GlobalStatement);
}
