using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.CodeFixes.Closures;

/// <summary>Names for copies: <c>index</c> for a counter of one letter, else <c>currentName</c>, and a number where that is taken.</summary>
internal static class CopyName
{
    public static string For(ISymbol variable, ISet<string> taken)
    {
        var type = (variable as ILocalSymbol)?.Type ?? ((IParameterSymbol)variable).Type;
        var isCounter = variable.Name.Length == 1 && type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
        var wanted = isCounter ? "index" : "current" + char.ToUpperInvariant(variable.Name[0]) + variable.Name.Substring(1);
        return FreeName.Like(wanted, taken);
    }
}
