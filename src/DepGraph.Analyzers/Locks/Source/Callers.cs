using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>The callers of methods that only this compilation can call, in all its files: found by the text, so that only those are bound.</summary>
internal sealed class Callers
{
    /// <summary>A delegate's name may be a common word; what counts is how often something of that name is set.</summary>
    private const int MostMentions = 2000;
    private const int MostSettings = 60;

    private static readonly WordSearch New = new(["new"]);

    private readonly Bodies _bodies;
    private readonly Answers<ISymbol, IReadOnlyList<MemberUses>> _uses;
    private readonly Answers<ISymbol, IReadOnlyList<IOperation?>?> _settings;

    public Callers(Bodies bodies)
    {
        _bodies = bodies;
        _uses = new(FindUses, SymbolEqualityComparer.Default);
        _settings = new(FindSettings, SymbolEqualityComparer.Default);
    }

    /// <summary>What a delegate, completion source or interface is given as by every caller; empty where callers may be out of sight.</summary>
    public IReadOnlyList<IOperation> ArgumentsOf(IParameterSymbol parameter) =>
        (parameter.Type.TypeKind is TypeKind.Delegate or TypeKind.Interface || CallbackMembers.IsCompletionSource(parameter.Type))
            && parameter.ContainingSymbol is IMethodSymbol method && (IsCarrier(method, parameter) || !IsCalledOutOfSight(method))
            ? MemberUses.ArgumentsOf(parameter, UsesOf(method))
            : [];

    /// <summary>What a parameter is given by the callers in sight, whoever else there may be.</summary>
    public IReadOnlyList<IOperation> VisibleArgumentsOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method ? MemberUses.ArgumentsOf(parameter, UsesOf(method)) : [];

    /// <summary>An object that carries a completion source is made where the source is, even if others could make one as well.</summary>
    private static bool IsCarrier(IMethodSymbol method, IParameterSymbol parameter) =>
        method.MethodKind == MethodKind.Constructor && CallbackMembers.IsCompletionSource(parameter.Type);

    /// <summary>What a delegate that only this compilation can set is set to, in all its files; empty where it may be set out of sight.</summary>
    public IReadOnlyList<IOperation?> ValuesOf(ISymbol member) => member is IEventSymbol ? [] : SettingsOf(member) ?? [];

    /// <summary>The same, and the handlers of an event; null where it may be set out of sight, or in too many places.</summary>
    public IReadOnlyList<IOperation?>? SettingsOf(ISymbol member) => IsSetHereOnly(member) ? _settings.Of(member) : null;

    private static bool IsSetHereOnly(ISymbol member) =>
        !Visibility.IsVisibleOutside(member) && !member.IsVirtual && !member.IsAbstract && !member.IsOverride
            && member is IFieldSymbol { Type.TypeKind: TypeKind.Delegate } or IPropertySymbol { Type.TypeKind: TypeKind.Delegate } or IEventSymbol
            && !Implemented(member).Any(shown => Visibility.IsVisibleOutside(shown)
                || !SymbolEqualityComparer.Default.Equals(shown.ContainingAssembly, member.ContainingAssembly));

    /// <summary>Events of interfaces by which it can be subscribed to, without the name of the type.</summary>
    private static IEnumerable<ISymbol> Implemented(ISymbol member) =>
        member is IEventSymbol ? member.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(member.Name)) : [];

    private IReadOnlyList<IOperation?>? FindSettings(ISymbol member)
    {
        var set = NameSearch.Find(member.Name, _bodies.Compilation, MostMentions)?.Select(token => token.Parent!).Where(Words.IsSet).ToList();
        return set is { Count: <= MostSettings }
            ? [.. RootsOf(set).Distinct().Select(_bodies.UsesIn)
                .SelectMany(uses => Implemented(member).Prepend(member).SelectMany(shown => uses.ValuesOf(shown.OriginalDefinition)))]
            : null;
    }

    private static bool IsCalledOutOfSight(IMethodSymbol method) =>
        Visibility.IsVisibleOutside(method) || method.IsVirtual || method.IsAbstract || method.IsOverride
            || method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name))
                .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private IReadOnlyList<MemberUses> UsesOf(IMethodSymbol method) =>
        _uses.Of(method.MethodKind == MethodKind.Constructor ? method.ContainingType : method);

    private IReadOnlyList<MemberUses> FindUses(ISymbol symbol) =>
        NameSearch.Find(symbol.Name, _bodies.Compilation) is { } mentions
            && (symbol is INamedTypeSymbol ? RootsThatMake(mentions) : RootsOf(mentions)) is { } roots
            ? [.. roots.Distinct().Select(_bodies.UsesIn)]
            : [];

    private static IEnumerable<SyntaxNode> RootsOf(IEnumerable<SyntaxToken> mentions) =>
        RootsOf(mentions.Select(token => token.Parent!));

    private static IEnumerable<SyntaxNode> RootsOf(IEnumerable<SyntaxNode> nodes) => nodes.Select(Bodies.RootOf).OfType<SyntaxNode>();

    /// <summary>
    /// By the type's name, by <c>base(...)</c>, or by <c>new(...)</c> in a file that names it; null where a base is called without a constructor's body.
    /// </summary>
    private static IEnumerable<SyntaxNode>? RootsThatMake(IReadOnlyList<SyntaxToken> mentions)
    {
        Reads.Name(Words.Creation);
        var bases = mentions.Select(token => token.Parent!.FirstAncestorOrSelf<BaseListSyntax>()).OfType<BaseListSyntax>().ToList();
        if (bases.SelectMany(list => list.Types).Any(based => based is PrimaryConstructorBaseTypeSyntax))
            return null;
        var derived = bases.Select(list => list.Parent).OfType<TypeDeclarationSyntax>();
        return RootsOf(mentions)
            .Concat(derived.SelectMany(declaration => declaration.Members.OfType<ConstructorDeclarationSyntax>()))
            .Concat(mentions.Select(token => token.SyntaxTree!).Distinct().SelectMany(RootsWithImplicitCreations));
    }

    private static IEnumerable<SyntaxNode> RootsWithImplicitCreations(SyntaxTree tree) =>
        New.FindIn(tree).Select(position => tree.GetRoot().FindToken(position).Parent)
            .Where(parent => parent is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 })
            .Select(creation => Bodies.RootOf(creation!)).OfType<SyntaxNode>();
}
