using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>What a method is called on, read from declarations alone: to bind the code around the call takes much longer.</summary>
internal static class Receivers
{
    /// <summary>The type the receiver of a call is declared with; null where declarations do not tell, as behind <c>var</c>.</summary>
    public static INamedTypeSymbol? TypeOf(SimpleNameSyntax called, SemanticModel model) =>
        IsQualified(called) ? Receiver(called) is { } receiver ? TypeOf(receiver, model) : null : TypeAround(called, model);

    /// <summary>
    /// The receiver is the result of a call or the element of a collection, itself or kept in a local: no access path leads there from a caller.
    /// </summary>
    public static bool IsOwn(SimpleNameSyntax called) => Receiver(called) is { } receiver && IsOwn(receiver, depth: 0);

    private static bool IsOwn(ExpressionSyntax receiver, int depth) => receiver switch
    {
        InvocationExpressionSyntax or ElementAccessExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsOwn(access.Expression, depth),
        IdentifierNameSyntax name when depth < 8 =>
            Declarations(name) is { Count: > 0 } declared && declared.All(one => Initial(one) is { } value && IsOwn(value, depth + 1)),
        _ => false,
    };

    /// <summary>What a local is declared with, alone or in a deconstruction.</summary>
    private static ExpressionSyntax? Initial(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        SingleVariableDesignationSyntax =>
            declaration.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && assignment.Left.Span.Contains(declaration.Span)
            ? assignment.Right
            : null,
        _ => null,
    };

    /// <summary>The methods of a type that have a name, its own, inherited and of its interfaces.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type, string name) =>
        Bases(type).Concat(type.AllInterfaces).SelectMany(at => at.GetMembers(name)).OfType<IMethodSymbol>();

    private static bool IsQualified(SimpleNameSyntax called) => called.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax;

    private static ExpressionSyntax? Receiver(SimpleNameSyntax called) => called.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static INamedTypeSymbol? TypeOf(ExpressionSyntax receiver, SemanticModel model) => receiver switch
    {
        ThisExpressionSyntax or BaseExpressionSyntax => TypeAround(receiver, model),
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access =>
            TypeOf(access.Expression, model) is { } type ? TypeOf(Member(name.Identifier.ValueText, type)) : null,
        IdentifierNameSyntax name => Declarations(name) is { Count: > 0 } inside
            ? inside.Count == 1 ? TypeOf(inside[0], name, model) : null
            : TypeAround(name, model) is { } type ? TypeOf(MemberAround(name.Identifier.ValueText, type)) : null,
        _ => null,
    };

    private static INamedTypeSymbol? TypeAround(SyntaxNode node, SemanticModel model) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? model.GetDeclaredSymbol(declaration) as INamedTypeSymbol : null;

    private static INamedTypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IFieldSymbol field => field.Type as INamedTypeSymbol,
        IPropertySymbol property => property.Type as INamedTypeSymbol,
        _ => null,
    };

    /// <summary>The type a parameter or a local is declared with.</summary>
    private static INamedTypeSymbol? TypeOf(SyntaxNode declaration, IdentifierNameSyntax name, SemanticModel model)
    {
        var type = declaration switch
        {
            ParameterSyntax parameter => parameter.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
            _ => null,
        };
        return type is null || type.IsVar ? null
            : model.GetSpeculativeTypeInfo(name.SpanStart, type, SpeculativeBindingOption.BindAsTypeOrNamespace).Type as INamedTypeSymbol;
    }

    /// <summary>The locals and parameters of the member around that have this name.</summary>
    private static IReadOnlyList<SyntaxNode> Declarations(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            ? [.. new WordSearch([name.Identifier.ValueText]).FindIn(member.SyntaxTree, member.Span)
                .Select(position => member.FindToken(position).Parent)
                .OfType<SyntaxNode>()
                .Where(parent =>
                    parent is ParameterSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax
                        or CatchDeclarationSyntax)]
            : [];

    private static ISymbol? MemberAround(string name, INamedTypeSymbol type)
    {
        for (var outer = type; outer != null; outer = outer.ContainingType)
        {
            if (Member(name, outer) is { } member)
                return member;
        }

        return null;
    }

    private static ISymbol? Member(string name, INamedTypeSymbol type) =>
        Bases(type).SelectMany(at => at.GetMembers(name)).FirstOrDefault();

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol? type)
    {
        for (; type != null; type = type.BaseType)
            yield return type;
    }
}
