using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Types that belong together: a base and what derives from it, and all inside one outermost type.</summary>
internal static class TypeFamily
{
    public static bool IsOne(INamedTypeSymbol? from, INamedTypeSymbol? to)
    {
        return Above(from, to) || Above(to, from) || SymbolEqualityComparer.Default.Equals(Outermost(from), Outermost(to));

        static bool Above(INamedTypeSymbol? type, INamedTypeSymbol? other)
        {
            for (; type != null; type = type.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other?.OriginalDefinition))
                    return true;
            }

            return false;
        }

        static INamedTypeSymbol? Outermost(INamedTypeSymbol? type)
        {
            while (type?.ContainingType is { } outer)
                type = outer;
            return type?.OriginalDefinition;
        }
    }
}
