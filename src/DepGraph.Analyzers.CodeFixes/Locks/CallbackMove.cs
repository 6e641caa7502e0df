using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>One region and the calls that leave it.</summary>
internal sealed class CallbackMove(
    LockedRegion region,
    IReadOnlyList<StatementSyntax> declarations,
    IReadOnlyDictionary<StatementSyntax, IReadOnlyList<StatementSyntax>> filled,
    IReadOnlyList<StatementSyntax> moved)
{
    /// <summary>The node that is replaced as a whole: the statement around the region, or the block a sequence stands in.</summary>
    public SyntaxNode Replaced => region.IsSequence ? region.Body : region.End;

    public SyntaxNode ApplyTo(SyntaxNode root, SyntaxNode current)
    {
        if (region.IsSequence)
            return root.ReplaceNode(current, ((BlockSyntax)region.Body).WithStatements(SyntaxFactory.List(Sequence())));

        var rest = region.Body is BlockSyntax block
            ? block.WithStatements(SyntaxFactory.List(Emptied(block.Statements)))
            : (StatementSyntax)SyntaxFactory.Block(filled.Values.Single()).WithTrailingTrivia(region.Body.GetTrailingTrivia())
                .WithAdditionalAnnotations(Formatter.Annotation);
        var emptied = region.End.ReplaceNode(region.Body, rest);
        IEnumerable<StatementSyntax> all = [.. declarations, emptied, .. moved];
        return region.End.Parent is BlockSyntax or SwitchSectionSyntax
            ? root.ReplaceNode(current, WithTrivia(all))
            : root.ReplaceNode(current, SyntaxFactory.Block(all).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>A comment above the region stays above all of it.</summary>
    private IEnumerable<StatementSyntax> WithTrivia(IEnumerable<StatementSyntax> all)
    {
        var statements = all.ToList();
        if (declarations.Count == 0)
            return statements;
        statements[0] = statements[0].WithLeadingTrivia(region.End.GetLeadingTrivia());
        var at = declarations.Count;
        statements[at] = statements[at].WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation);
        return statements;
    }

    private IEnumerable<StatementSyntax> Emptied(IEnumerable<StatementSyntax> statements) =>
        statements.SelectMany(statement => filled.TryGetValue(statement, out var assignments) ? assignments : [statement]);

    /// <summary>The copies of a sequence need no declaration of their own: they stand in the same block.</summary>
    private IEnumerable<StatementSyntax> Sequence()
    {
        foreach (var statement in ((BlockSyntax)region.Body).Statements)
        {
            if (filled.TryGetValue(statement, out var assignments))
            {
                foreach (var assignment in assignments)
                    yield return Declared((ExpressionStatementSyntax)assignment);
            }
            else
            {
                yield return statement;
            }

            if (statement == region.End)
            {
                foreach (var call in moved)
                    yield return call;
            }
        }
    }

    private static StatementSyntax Declared(ExpressionStatementSyntax assignment)
    {
        var (name, value) = ((AssignmentExpressionSyntax)assignment.Expression) is { Left: IdentifierNameSyntax left, Right: var right }
            ? (left.Identifier.ValueText, right) : default;
        return SyntaxFactory.ParseStatement($"var {name} = {value};").WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
