using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>What the type by which a value is seen tells of whose code stands behind it.</summary>
internal static class StaticTypes
{
    /// <summary>What is known of a value by <paramref name="type"/> is more than by <paramref name="other"/>.</summary>
    public static bool IsNarrower(ITypeSymbol type, ITypeSymbol? other)
    {
        if (other is null || SymbolEqualityComparer.Default.Equals(type, other))
            return false;
        return !IsWide(type) && IsWide(other)
            || IsWide(other) && other.TypeKind == TypeKind.Interface && type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default);
    }

    /// <summary>Anybody's object can stand behind it.</summary>
    public static bool IsWide(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic or TypeKind.Interface or TypeKind.TypeParameter;

    /// <summary>Its ToString is surely somebody's own: an object, a visible interface, or a T that is not known to be one of ours.</summary>
    public static bool FormatsByUserCode(ITypeSymbol? type, IAssemblySymbol compiled) => type switch
    {
        null => false,
        ITypeParameterSymbol parameter =>
            !parameter.HasValueTypeConstraint && parameter.ConstraintTypes.All(bound => IsWide(bound) && FormatsByUserCode(bound, compiled)),
        { TypeKind: TypeKind.Interface } => Framework.Declares(type, compiled) || Visibility.IsVisibleOutside(type),
        _ => type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic,
    };

    /// <summary>Its Dispose is surely somebody's own.</summary>
    public static bool DisposesByUserCode(ITypeSymbol? type, IAssemblySymbol compiled) => type switch
    {
        ITypeParameterSymbol => true,
        { TypeKind: TypeKind.Interface } => type.Name is "IDisposable" or "IAsyncDisposable"
            || (!Framework.Declares(type, compiled) && Visibility.IsVisibleOutside(type)),
        _ => false,
    };
}
