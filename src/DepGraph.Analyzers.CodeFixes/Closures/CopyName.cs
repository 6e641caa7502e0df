using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.CodeFixes.Closures;

/// <summary>Names for copies: <c>index</c> for a counter of one letter, else <c>currentName</c>, and a number where that is taken.</summary>
internal static class CopyName
{
    public static string For(ISymbol variable, ISet<string> taken)
    {
        var type = (variable as ILocalSymbol)?.Type ?? ((IParameterSymbol)variable).Type;
        var isCounter = variable.Name.Length == 1 && type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
        var wanted = isCounter ? "index" : "current" + char.ToUpperInvariant(variable.Name[0]) + variable.Name.Substring(1);
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>Every name used in the member: a copy under none of these hides nothing and is hidden by nothing.</summary>
    public static ISet<string> TakenIn(SyntaxNode node)
    {
        SyntaxNode scope = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();
        return new HashSet<string>(
            scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText),
            StringComparer.Ordinal);
    }
}
