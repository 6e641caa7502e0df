using System.Collections.Concurrent;
using DepGraph.Analyzers.Operations;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>What the code of a whole type, with all its parts and nested types, does with members only it can reach.</summary>
internal sealed class TypeUses(Bodies bodies)
{
    private const int DeepestSetter = 3;

    private readonly ConcurrentDictionary<INamedTypeSymbol, NameIndex> _byType = new(SymbolEqualityComparer.Default);
    private readonly Callers _callers = new(bodies);

    /// <summary>The values given to a field or property that only its own type can set, or to a delegate that only this compilation can; else empty.</summary>
    public IReadOnlyList<IOperation?> ValuesOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        var isOwn = member switch
        {
            IFieldSymbol field => field.IsReadOnly || IsNamedHereOnly(field) || field.AssociatedSymbol is { },
            IPropertySymbol { IsAbstract: false, IsVirtual: false, IsOverride: false } property =>
                IsNamedHereOnly(property) || property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private }
                    || property.DeclaredAccessibility == Accessibility.Private
                    || (PositionalParameter(property) != null
                        && (IsNestedPrivate(property.ContainingType) || CallbackMembers.IsCompletionSource(property.Type))),
            _ => false,
        };
        if (In(member.ContainingType) is not { } uses)
            return [];
        if (!isOwn)
            return _callers.ValuesOf(member) is { Count: > 0 } values ? [.. values, .. uses.Setting(member.Name).SelectMany(one => one.ValuesOf(member))] : [];
        var set = uses.Setting(member.Name).SelectMany(declaration => declaration.ValuesOf(member));
        return PositionalParameter(member) is { } parameter
            ? [.. set, .. ArgumentsOf(parameter).DefaultIfEmpty(null)]
            : [.. set];
    }

    /// <summary>
    /// It is null, or comes from a delegate that only this compilation can set, itself or through a property, and that it never sets:
    /// what tests or other friends hang in, if anybody.
    /// </summary>
    public bool IsNeverGiven(IOperation? value, int depth = 0)
    {
        return value is null ? false : Unwrap.Converted(value) switch
        {
            { ConstantValue: { HasValue: true, Value: null } } => true,
            IMemberReferenceOperation { Member: var member } => IsSetNowhere(member),
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } } =>
                IsSetNowhere(property),
            _ => false,
        };

        bool IsSetNowhere(ISymbol member) => depth < DeepestSetter && _callers.SettingsOf(member.OriginalDefinition) is { } set
            && set.Concat(ValuesInItsType(member.OriginalDefinition)).All(given => IsNeverGiven(given, depth + 1));
    }

    private IEnumerable<IOperation?> ValuesInItsType(ISymbol member) =>
        In(member.ContainingType)?.Setting(member.Name).SelectMany(declaration => declaration.ValuesOf(member)) ?? [];

    /// <summary>What subscribes to an event that only this compilation can subscribe to; null where others may, or where it is too much to look at.</summary>
    public IReadOnlyList<IOperation>? HandlersOf(IEventSymbol raised) =>
        _callers.SettingsOf(raised.OriginalDefinition) is { } handlers && !handlers.Contains(null) ? [.. handlers.OfType<IOperation>()] : null;

    /// <summary>The parameter of a record's own constructor that a property is declared by.</summary>
    private static IParameterSymbol? PositionalParameter(ISymbol member) =>
        member is IPropertySymbol { ContainingType: { IsRecord: true } record, DeclaringSyntaxReferences: { Length: 1 } declared }
            ? record.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.Name == member.Name
                    && parameter.DeclaringSyntaxReferences.Any(syntax => syntax.Span == declared[0].Span))
            : null;

    /// <summary>Only the type around can name it.</summary>
    private static bool IsNestedPrivate(INamedTypeSymbol type) =>
        type.ContainingType is { } outer && (type.DeclaredAccessibility == Accessibility.Private || IsNestedPrivate(outer));

    /// <summary>What a parameter is given by every caller; empty where callers may be out of sight.</summary>
    public IReadOnlyList<IOperation> ArgumentsOf(IParameterSymbol parameter)
    {
        parameter = parameter.OriginalDefinition;
        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary or MethodKind.Constructor } method
            && (method.DeclaredAccessibility == Accessibility.Private || method.MethodKind == MethodKind.LocalFunction)
            ? In(method.ContainingType) is { } uses
                ? MemberUses.ArgumentsOf(parameter, method.MethodKind == MethodKind.Constructor ? uses.Making(method.ContainingType.Name)
                    : uses.Naming(method.Name))
                : []
            : _callers.ArgumentsOf(parameter);
    }

    /// <summary>What a parameter is given by the callers in sight, whoever else there may be.</summary>
    public IReadOnlyList<IOperation> VisibleArgumentsOf(IParameterSymbol parameter) => _callers.VisibleArgumentsOf(parameter.OriginalDefinition);

    /// <summary>Every reference to a field or property in the code of its type, which alone can name it: see <see cref="IsNamedHereOnly"/>.</summary>
    public IEnumerable<IOperation> ReferencesTo(ISymbol member) =>
        In(member.ContainingType) is { } uses ? uses.Naming(member.Name).SelectMany(declaration => declaration.ReferencesTo(member)) : [];

    /// <summary>A private field, or a field or property without code of its own in a private nested type.</summary>
    public static bool IsNamedHereOnly(ISymbol member) => member switch
    {
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private } => true,
        IFieldSymbol => IsNestedPrivate(member.ContainingType),
        IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false, IsIndexer: false } property =>
            IsNestedPrivate(member.ContainingType) && IsStored(property) && member.ContainingType is { AllInterfaces.IsEmpty: true, IsRecord: false },
        _ => false,
    };

    /// <summary>An automatic property: what is read is what was set.</summary>
    private static bool IsStored(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>All objects of a type with this name made in the code around a symbol.</summary>
    public IEnumerable<IObjectCreationOperation> CreationsOf(ITypeSymbol type, ISymbol around) =>
        (around as INamedTypeSymbol ?? around.ContainingType) is { } here && In(here) is { } uses
            ? uses.Making(type.Name).SelectMany(declaration => declaration.Creations).Where(creation => IsOrDerivesFrom(creation.Type, type))
            : [];

    private static bool IsOrDerivesFrom(ITypeSymbol? created, ITypeSymbol type)
    {
        for (; created != null; created = created.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(created, type))
                return true;

            // A T of one type is not the T of the type inside it: then the definition must do.
            if (SymbolEqualityComparer.Default.Equals(created.OriginalDefinition, type.OriginalDefinition) && (IsOpen(created) || IsOpen(type)))
                return true;
        }

        return false;
    }

    private static bool IsOpen(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.TypeArguments.Any(argument => argument is ITypeParameterSymbol || IsOpen(argument));

    private NameIndex? In(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        type = type.OriginalDefinition;
        return bodies.Compilation.DeclarationsOf(type).IsEmpty ? null : _byType.GetOrAdd(type, t => new NameIndex(t, bodies));
    }
}
