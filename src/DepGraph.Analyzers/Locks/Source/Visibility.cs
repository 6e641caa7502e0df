using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Whether another assembly can see, derive from, or override something.</summary>
internal static class Visibility
{
    /// <remarks>Of a program nobody else makes use: what is public there is as good as internal.</remarks>
    public static bool IsVisibleOutside(ISymbol symbol)
    {
        if (IsInProgram(symbol))
            return false;
        for (ISymbol? at = symbol; at is { Kind: not SymbolKind.Namespace }; at = at.ContainingSymbol)
        {
            if (at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }

    private static bool IsInProgram(ISymbol symbol) =>
        symbol.ContainingAssembly is ISourceAssemblySymbol { Compilation.Options.OutputKind: var output }
            && output is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    /// <summary>Whether another assembly can put its own code behind <paramref name="method"/> called on a <paramref name="receiver"/>.</summary>
    public static bool IsOverridableOutside(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface && receiver is null or { TypeKind: TypeKind.Interface or TypeKind.TypeParameter })
            return Bounds(receiver, method.ContainingType).All(IsVisibleOutside);
        if (method.IsSealed || !IsVisibleOutside(method))
            return false;
        return Bounds(receiver, method.ContainingType).All(IsDerivableOutside);
    }

    private static IEnumerable<ITypeSymbol> Bounds(ITypeSymbol? receiver, INamedTypeSymbol declaring) => receiver switch
    {
        null => [declaring],
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Where(type => type.TypeKind != TypeKind.TypeParameter).DefaultIfEmpty(declaring),
        _ => [receiver],
    };

    /// <summary>Another assembly can derive from the type: it can see the type and a constructor, and all that it would have to override.</summary>
    private static bool IsDerivableOutside(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsSealed: false, IsStatic: false, TypeKind: TypeKind.Class } named
            && IsVisibleOutside(named)
            && named.InstanceConstructors.Any(c =>
                c.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            && !HasHiddenAbstractMember(named);

    private static bool HasHiddenAbstractMember(INamedTypeSymbol type)
    {
        for (var at = type; at is { IsAbstract: true }; at = at.BaseType)
        {
            if (at.GetMembers().Any(member => member is
                {
                    IsAbstract: true,
                    DeclaredAccessibility: Accessibility.Internal or Accessibility.ProtectedAndInternal
                }))
                return true;
        }

        return false;
    }
}
