using System.Collections.Concurrent;
using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>The bodies of one compilation, read when a lock first leads to them and kept while the compilation lives.</summary>
internal sealed class Bodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxNode, Body> _outermost = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<Body>> _byRoot = new();
    private readonly ConcurrentDictionary<SyntaxNode, LocalValues> _locals = new();
    private readonly ConcurrentDictionary<SyntaxNode, MemberUses> _uses = new();

    public Compilation Compilation => compilation;

    /// <summary>The body of a method of this compilation; null where it has none or lies in another assembly.</summary>
    public Body? Of(IMethodSymbol method) =>
        DeclarationsOf(method).Select(Of).FirstOrDefault(body => body != null);

    /// <summary>The body of a declaration, lambda or local function.</summary>
    public Body? Of(SyntaxNode function)
    {
        if (RootOf(function) is not { } root)
            return null;
        return function is ArrowExpressionClauseSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            ? HasCode(root) ? OutermostIn(root) : null
            : AllIn(root).FirstOrDefault(body => body.Syntax == function);
    }

    /// <summary>The body of a declaration and of all functions in it.</summary>
    public ImmutableArray<Body> AllIn(SyntaxNode root)
    {
        Reads.Code(root);
        return _byRoot.GetOrAdd(root, Read);
    }

    /// <summary>What the locals and parameters of a declaration are given.</summary>
    public LocalValues LocalsOf(SyntaxNode root)
    {
        Reads.Code(root);
        return _locals.GetOrAdd(root, node => new LocalValues(OperationOf(node)));
    }

    /// <summary>What a declaration does with members, its own and those of others.</summary>
    public MemberUses UsesIn(SyntaxNode root)
    {
        Reads.Code(root);
        return _uses.GetOrAdd(root, node => new MemberUses(OperationOf(node)));
    }

    public IOperation? OperationOf(SyntaxNode node)
    {
        Reads.Code(RootOf(node) ?? node);
        return ModelOf(node).GetOperation(node);
    }

    /// <summary>What a method of this compilation does, with the functions inside it; null where it has no body or lies in another assembly.</summary>
    public IOperation? OperationOf(IMethodSymbol method) =>
        DeclarationsOf(method).Select(OperationOf).FirstOrDefault(operation => operation != null);

    /// <summary>The outermost declaration with code around a node; null where there is none.</summary>
    public static SyntaxNode? RootOf(SyntaxNode node) => Roots.Around(node);

    private ImmutableArray<Body> Read(SyntaxNode root) => HasCode(root) ? OutermostIn(root).WithNested() : ImmutableArray<Body>.Empty;

    private static bool HasCode(SyntaxNode root) =>
        root is not (BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or AccessorDeclarationSyntax { Body: null, ExpressionBody: null });

    private Body OutermostIn(SyntaxNode root) => _outermost.GetOrAdd(root, one =>
    {
        var model = ModelOf(one);
        return Body.Of(one, MethodOf(one, model), () => ControlFlowGraph.Create(one, model));
    });

    private IEnumerable<SyntaxNode> DeclarationsOf(IMethodSymbol method) =>
        compilation.DeclarationsOf(method.WithBody()).Select(declaration => declaration.GetSyntax());

    private static IMethodSymbol? MethodOf(SyntaxNode root, SemanticModel model) => root switch
    {
        ArrowExpressionClauseSyntax arrow => (model.GetDeclaredSymbol(arrow.Parent!) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax => null,
        _ => model.GetDeclaredSymbol(root) as IMethodSymbol,
    };

#pragma warning disable RS1030 // a helper's body may lie in another file than the lock; the driver shares its models with this compilation
    private SemanticModel ModelOf(SyntaxNode node) => compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030
}
