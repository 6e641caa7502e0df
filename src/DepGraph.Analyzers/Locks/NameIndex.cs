using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks;

/// <summary>Which declarations of an outermost type use a name: read from the text, so that only those must be bound.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, HashSet<SyntaxNode>> _roots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MemberUses> _uses = new(StringComparer.Ordinal);
    private readonly Bodies _bodies;

    public NameIndex(INamedTypeSymbol type, Bodies bodies)
    {
        _bodies = bodies;
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            foreach (var root in Roots(part.GetSyntax()))
                Add(root);
        }
    }

    /// <summary>The uses of a member, in the declarations that name it.</summary>
    public MemberUses Of(string name) => _uses.GetOrAdd(name, n => new MemberUses(RootsWith(n), _bodies));

    /// <summary>The uses of a type's constructors: by its name, by <c>new(...)</c>, or by <c>this(...)</c>.</summary>
    public MemberUses OfType(string name)
        => _uses.GetOrAdd("new " + name, _ => new MemberUses(RootsWith(name).Union(RootsWith("new")).Union(RootsWith("this(")), _bodies));

    private IEnumerable<SyntaxNode> RootsWith(string name) => _roots.TryGetValue(name, out var roots) ? roots : [];

    /// <summary>All declarations with code inside a type or its nested types.</summary>
    private static IEnumerable<SyntaxNode> Roots(SyntaxNode type)
        => type.DescendantNodes(node => node == type || Bodies.RootOf(node) is null)
            .Where(node => Bodies.RootOf(node) == node);

    private void Add(SyntaxNode root)
    {
        // What a field or property initializer sets is named outside its own code.
        if (root is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax field })
            Add(field.Identifier.ValueText, root);
        if (root is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property })
            Add(property.Identifier.ValueText, root);
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case SimpleNameSyntax name:
                    Add(name.Identifier.ValueText, root);
                    break;
                case ImplicitObjectCreationExpressionSyntax:
                    Add("new", root);
                    break;
                case ConstructorInitializerSyntax { RawKind: (int)SyntaxKind.ThisConstructorInitializer }:
                    Add("this(", root);
                    break;
            }
        }
    }

    private void Add(string name, SyntaxNode root)
    {
        if (!_roots.TryGetValue(name, out var roots))
            _roots.Add(name, roots = []);
        roots.Add(root);
    }
}
