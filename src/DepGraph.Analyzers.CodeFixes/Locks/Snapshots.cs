using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>Copies of what a moved call needs: declared before the lock, filled under it, used behind it.</summary>
internal sealed class Snapshots(SemanticModel model, StatementSyntax region, ISet<string> taken)
{
    public List<StatementSyntax> Declarations { get; } = [];

    public List<StatementSyntax> Assignments { get; } = [];

    /// <summary>Something of the object itself is copied, so that the lock still guards what it did.</summary>
    public bool ReadOwnState { get; private set; }

    /// <summary>The expression to use behind the lock; null where it cannot be carried there.</summary>
    public ExpressionSyntax? Of(ExpressionSyntax expression, string name)
    {
        if (IsStable(expression))
            return expression.WithoutTrivia();
        if (TypeOf(expression) is not { } type
            || expression.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or DeclarationExpressionSyntax or RefExpressionSyntax))
            return null;
        ReadOwnState |= expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(IsOwnState);
        var copy = SyntaxFactory.IdentifierName(NewName(name));
        Declarations.Add(SyntaxFactory.LocalDeclarationStatement(SyntaxFactory.VariableDeclaration(
                SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, region.SpanStart)).WithAdditionalAnnotations(Simplifier.Annotation),
                SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(copy.Identifier))))
            .NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation));
        Assignments.Add(SyntaxFactory.ExpressionStatement(
                SyntaxFactory.AssignmentExpression(
                    SyntaxKind.SimpleAssignmentExpression,
                    copy.WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                    expression.WithoutTrivia()))
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation));
        return copy;
    }

    /// <summary>It has the same value behind the lock as at the end of it.</summary>
    private bool IsStable(ExpressionSyntax expression)
    {
        if (expression is LiteralExpressionSyntax or ThisExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or PredefinedTypeSyntax
            || model.GetConstantValue(expression).HasValue)
            return true;
        return model.GetSymbolInfo(expression).Symbol switch
        {
            ITypeSymbol or INamespaceSymbol => true,
            ILocalSymbol local => !region.Span.Contains(local.DeclaringSyntaxReferences[0].Span),
            IParameterSymbol => true,
            IFieldSymbol { IsReadOnly: true, IsStatic: true } => true,
            IFieldSymbol { IsReadOnly: true } => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax },
            _ => false,
        };
    }

    private bool IsOwnState(IdentifierNameSyntax name)
    {
        if (model.GetSymbolInfo(name).Symbol is not { } symbol || symbol is not (IFieldSymbol { IsReadOnly: false } or IPropertySymbol or IEventSymbol))
            return false;
        var own = model.GetEnclosingSymbol(region.SpanStart)?.ContainingType;
        while (own != null && !SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, symbol.ContainingType.OriginalDefinition))
            own = own.BaseType;
        return own != null;
    }

    private ITypeSymbol? TypeOf(ExpressionSyntax expression)
    {
        var type = model.GetSymbolInfo(expression).Symbol switch
        {
            IEventSymbol @event => @event.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            ILocalSymbol local => local.Type,
            _ => null,
        };
        var info = model.GetTypeInfo(expression);
        type ??= info.Type is null or IErrorTypeSymbol ? info.ConvertedType : info.Type;
        return type is null or IErrorTypeSymbol or IPointerTypeSymbol or { IsAnonymousType: true } or { IsRefLikeType: true }
            or { SpecialType: SpecialType.System_Void }
            ? null
            : type;
    }

    private string NewName(string wanted)
    {
        wanted = wanted.TrimStart('_', '@');
        wanted = wanted.Length == 0 ? "value" : char.ToLowerInvariant(wanted[0]) + wanted.Substring(1);
        if (SyntaxFacts.GetKeywordKind(wanted) != SyntaxKind.None)
            wanted += "Value";
        return FreeName.Like(wanted, taken);
    }
}
