using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Tells the platform's own types from everybody else's.</summary>
internal static class Framework
{
    public static bool IsIn(ITypeSymbol type, string @namespace)
    {
        var at = type.ContainingNamespace;
        var end = @namespace.Length;
        while (at is { IsGlobalNamespace: false })
        {
            var start = end - at.Name.Length;
            if (start < 0 || string.CompareOrdinal(@namespace, start, at.Name, 0, at.Name.Length) != 0)
                return false;
            at = at.ContainingNamespace;
            if (start == 0)
                return at is null or { IsGlobalNamespace: true };
            if (@namespace[start - 1] != '.')
                return false;
            end = start - 1;
        }

        return false;
    }

    /// <summary>A type of another assembly under <c>System</c> or <c>Microsoft</c>: its code is no user's code.</summary>
    public static bool Declares(ITypeSymbol? type, IAssemblySymbol compiled) =>
        type != null && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compiled)
            && (type.IsSystem() || OutermostNamespace(type) == "Internal");

    /// <summary>A type under such a namespace, of the compilation itself too: what DG1001 asks for.</summary>
    public static bool IsSystem(this ITypeSymbol type) => OutermostNamespace(type) is "System" or "Microsoft" or "Windows";

    private static string? OutermostNamespace(ITypeSymbol type)
    {
        var outermost = type.ContainingNamespace;
        while (outermost is { ContainingNamespace.IsGlobalNamespace: false })
            outermost = outermost.ContainingNamespace;
        return outermost?.Name;
    }
}
