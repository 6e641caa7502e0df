using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Finds which code of this compilation stands behind a virtual, abstract or interface member.</summary>
internal sealed class SourceTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<ITypeSymbol, IReadOnlyList<INamedTypeSymbol>> _below = new(SymbolEqualityComparer.Default);
    private IReadOnlyList<INamedTypeSymbol>? _all;

    /// <summary>The method that runs when <paramref name="method"/> is called on an object of exactly this type.</summary>
    public static IMethodSymbol? Implementation(ITypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return type.TypeKind == TypeKind.Interface || InterfaceImplementation(type, method) is not { } implementation ? null
                : implementation is { IsVirtual: false, IsAbstract: false, IsOverride: false } or { ContainingType.TypeKind: TypeKind.Interface }
                    ? implementation // of the interface's own body too, where no class has one
                : Implementation(type, implementation); // a base class implements it, and this type may override that
        for (ITypeSymbol? at = type; at != null; at = at.BaseType)
        {
            foreach (var candidate in at.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = candidate; overridden != null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                        return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>All methods of this compilation that may run when it is called on an object seen as a <paramref name="receiver"/>.</summary>
    public IEnumerable<IMethodSymbol> Implementations(ITypeSymbol receiver, IMethodSymbol method) =>
        Below(receiver)
            .Select(type => Implementation(type, method))
            .Concat([Implementation(receiver, method)])
            .Where(implementation => implementation is { IsAbstract: false })
            .Distinct<IMethodSymbol?>(SymbolEqualityComparer.Default)!;

    private static IMethodSymbol? InterfaceImplementation(ITypeSymbol type, IMethodSymbol method)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, method.ContainingType.OriginalDefinition))
                continue;
            foreach (var member in implemented.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition))
                    return type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
            }
        }

        return null;
    }

    /// <summary>The types an object may have that is seen as this one.</summary>
    private IReadOnlyList<INamedTypeSymbol> Below(ITypeSymbol receiver) =>
        receiver.IsSealed ? [] : _below.GetOrAdd(receiver.OriginalDefinition, type => [.. All().Where(one => IsA(one, type))]);

    private static bool IsA(INamedTypeSymbol type, ITypeSymbol receiver)
    {
        if (receiver.TypeKind == TypeKind.Interface)
            return type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, receiver.OriginalDefinition));
        for (var at = type; at != null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, receiver.OriginalDefinition))
                return true;
        }

        return false;
    }

    private IReadOnlyList<INamedTypeSymbol> All() => _all ??= [.. In(compilation.Assembly.GlobalNamespace)];

    /// <remarks>The members of types are not asked for: to declare them all takes long.</remarks>
    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container is INamedTypeSymbol around ? around.GetTypeMembers() : ((INamespaceSymbol)container).GetMembers().AsEnumerable())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                yield return type;
            foreach (var nested in In(member))
                yield return nested;
        }
    }
}
