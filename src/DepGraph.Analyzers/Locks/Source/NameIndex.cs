using DepGraph.Analyzers.Locks.Kept;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Which declarations of an outermost type set, use or make what has a name: found by the text, so that only those must be bound.</summary>
internal sealed class NameIndex
{
    private readonly INamedTypeSymbol _type;
    private readonly Bodies _bodies;
    private readonly Answers<string, IReadOnlyList<MemberUses>> _setting;
    private readonly Answers<string, IReadOnlyList<MemberUses>> _naming;
    private readonly Answers<string, IReadOnlyList<MemberUses>> _making;

    public NameIndex(INamedTypeSymbol type, Bodies bodies)
    {
        _type = type;
        _bodies = bodies;
        _setting = new(name => Read(Mentions([name]).Select(RootThatSets)), StringComparer.Ordinal);
        _naming = new(
            name => Read(Mentions([name]).Where(token => token.Parent is SimpleNameSyntax).Select(token => Bodies.RootOf(token.Parent!))),
            StringComparer.Ordinal);
        _making = new(
            name => Read(Mentions([name, "new", "this", "base"]).Where(token => Makes(token, name)).Select(token => Bodies.RootOf(token.Parent!))),
            StringComparer.Ordinal);
    }

    /// <summary>The declarations that give a field or property its value.</summary>
    public IReadOnlyList<MemberUses> Setting(string name)
    {
        Reads.Name(Words.Setting(name));
        return _setting.Of(name);
    }

    /// <summary>The declarations that call a method or hand it on.</summary>
    public IReadOnlyList<MemberUses> Naming(string name)
    {
        Reads.Name(name);
        return _naming.Of(name);
    }

    /// <summary>The declarations that make an object of a type: by its name, by <c>new(...)</c>, or by <c>this(...)</c> and <c>base(...)</c>.</summary>
    public IReadOnlyList<MemberUses> Making(string name)
    {
        Reads.Name(Words.Making(name));
        Reads.Name(Words.Creation);
        return _making.Of(name);
    }

    private IReadOnlyList<MemberUses> Read(IEnumerable<SyntaxNode?> roots) =>
        [.. roots.OfType<SyntaxNode>().Distinct().Select(_bodies.UsesIn)];

    private IEnumerable<SyntaxToken> Mentions(string[] names)
    {
        var words = new WordSearch(names);
        foreach (var part in _type.DeclaringSyntaxReferences)
        {
            var root = part.SyntaxTree.GetRoot();
            foreach (var position in words.FindIn(part.SyntaxTree, part.Span))
            {
                var token = root.FindToken(position);
                if (token.Span.Contains(position) && token.Parent != null)
                    yield return token;
            }
        }
    }

    private static SyntaxNode? RootThatSets(SyntaxToken name) => name.Parent switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer } => Bodies.RootOf(initializer),
        PropertyDeclarationSyntax { Initializer: { } initializer } => Bodies.RootOf(initializer),
        SimpleNameSyntax reference when Words.IsSet(reference) => Bodies.RootOf(reference),
        _ => null,
    };

    private static bool Makes(SyntaxToken token, string name) => token.Parent switch
    {
        ImplicitObjectCreationExpressionSyntax creation => MayBe(creation, name),
        ConstructorInitializerSyntax => true,
        SimpleNameSyntax type => Words.IsCreated(type),
        _ => false,
    };

    /// <summary>The declared type, where it stands beside the <c>new(...)</c>, has this name.</summary>
    private static bool MayBe(ImplicitObjectCreationExpressionSyntax creation, string name)
    {
        var declared = creation.Parent is EqualsValueClauseSyntax { Parent: var of } ? of switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        } : null;
        declared = declared is NullableTypeSyntax nullable ? nullable.ElementType : declared;
        declared = declared is QualifiedNameSyntax qualified ? qualified.Right : declared;
        return declared is not SimpleNameSyntax simple || simple.Identifier.ValueText == name;
    }
}
