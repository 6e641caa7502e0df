using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Which declarations of an outermost type set, use or make what has a name: found by the text, so that only those must be bound.</summary>
internal sealed class NameIndex(INamedTypeSymbol type, Bodies bodies)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<MemberUses>> _setting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<MemberUses>> _naming = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<MemberUses>> _making = new(StringComparer.Ordinal);

    /// <summary>The declarations that give a field or property its value.</summary>
    public IReadOnlyList<MemberUses> Setting(string name) =>
        _setting.GetOrAdd(name, n => Read(Mentions([n]).Select(RootThatSets)));

    /// <summary>The declarations that call a method or hand it on.</summary>
    public IReadOnlyList<MemberUses> Naming(string name) =>
        _naming.GetOrAdd(name, n => Read(Mentions([n]).Where(token => token.Parent is SimpleNameSyntax).Select(token => Bodies.RootOf(token.Parent!))));

    /// <summary>The declarations that make an object of a type: by its name, by <c>new(...)</c>, or by <c>this(...)</c> and <c>base(...)</c>.</summary>
    public IReadOnlyList<MemberUses> Making(string name) =>
        _making.GetOrAdd(name, n => Read(Mentions([n, "new", "this", "base"]).Where(token => Makes(token, n)).Select(token => Bodies.RootOf(token.Parent!))));

    private IReadOnlyList<MemberUses> Read(IEnumerable<SyntaxNode?> roots) =>
        [.. roots.OfType<SyntaxNode>().Distinct().Select(bodies.UsesIn)];

    private IEnumerable<SyntaxToken> Mentions(string[] names)
    {
        var words = new WordSearch(names);
        foreach (var part in type.DeclaringSyntaxReferences)
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
        SimpleNameSyntax reference when IsSet(reference) => Bodies.RootOf(reference),
        _ => null,
    };

    /// <summary>Assigned, alone or in a deconstruction, or handed on by reference.</summary>
    private static bool IsSet(SyntaxNode reference)
    {
        while (reference.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or MemberBindingExpressionSyntax
            || (reference.Parent is MemberAccessExpressionSyntax access && access.Name == reference)
            || reference.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax })
            reference = reference.Parent;
        return reference.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == reference,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
    }

    private static bool Makes(SyntaxToken token, string name) => token.Parent switch
    {
        ImplicitObjectCreationExpressionSyntax creation => MayBe(creation, name),
        ConstructorInitializerSyntax => true,
        SimpleNameSyntax type => IsCreated(type),
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

    private static bool IsCreated(SyntaxNode type)
    {
        while (type.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
            type = type.Parent;
        return type.Parent is ObjectCreationExpressionSyntax;
    }
}
