using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks;

/// <summary>The methods a call may mean, read from declarations alone: to bind the code around it takes much longer.</summary>
internal static class ReceiverTypes
{
    /// <summary>The methods of that name on the type the receiver is declared with; empty where a declaration does not tell.</summary>
    public static IReadOnlyList<IMethodSymbol> MethodsOf(SimpleNameSyntax called, SemanticModel model)
    {
        var here = called.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? model.GetDeclaredSymbol(declaration) as INamedTypeSymbol : null;
        if (here is null)
            return [];
        return Receiver(called) switch
        {
            null or ThisExpressionSyntax or BaseExpressionSyntax => Named(called.Identifier.ValueText, here),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax member } => OnMember(member),
            IdentifierNameSyntax name when !IsDeclaredAround(name) => OnMember(name),
            _ => [],
        };

        IReadOnlyList<IMethodSymbol> OnMember(IdentifierNameSyntax member)
            => Member(member.Identifier.ValueText, here) switch
            {
                IFieldSymbol { Type: INamedTypeSymbol type } => Named(called.Identifier.ValueText, type),
                IPropertySymbol { Type: INamedTypeSymbol type } => Named(called.Identifier.ValueText, type),
                _ => [],
            };
    }

    private static ExpressionSyntax? Receiver(SimpleNameSyntax called) => called.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static IReadOnlyList<IMethodSymbol> Named(string name, INamedTypeSymbol type)
        => [.. Bases(type).Concat(type.AllInterfaces).SelectMany(at => at.GetMembers(name)).OfType<IMethodSymbol>()];

    private static ISymbol? Member(string name, INamedTypeSymbol type)
    {
        for (var outer = type; outer != null; outer = outer.ContainingType)
        {
            if (Bases(outer).SelectMany(at => at.GetMembers(name)).FirstOrDefault() is { } member)
                return member;
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol? type)
    {
        for (; type != null; type = type.BaseType)
            yield return type;
    }

    /// <summary>A local or a parameter may have this name.</summary>
    private static bool IsDeclaredAround(IdentifierNameSyntax name)
    {
        var member = name.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is null || new Words([name.Identifier.ValueText]).FindIn(member.SyntaxTree, member.Span)
            .Any(position => member.FindToken(position).Parent is ParameterSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax);
    }
}
