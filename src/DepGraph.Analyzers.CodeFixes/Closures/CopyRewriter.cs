using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DepGraph.Analyzers.CodeFixes.Closures;

/// <summary>Renames the captured uses and puts the copies before their statements.</summary>
internal sealed class CopyRewriter(
    Dictionary<IdentifierNameSyntax, string> renames,
    Dictionary<StatementSyntax, List<(string Copy, string Variable)>> copies,
    SyntaxTrivia lineEnd) : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
        renames.TryGetValue(node, out var name)
            ? node.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(node.Identifier))
            : base.VisitIdentifierName(node);

    public override SyntaxNode? VisitAnonymousObjectMemberDeclarator(AnonymousObjectMemberDeclaratorSyntax node)
    {
        // new { i } names its member after the variable, and so must the copy's.
        var visited = (AnonymousObjectMemberDeclaratorSyntax)base.VisitAnonymousObjectMemberDeclarator(node)!;
        return node.NameEquals == null && node.Expression is IdentifierNameSyntax name && renames.ContainsKey(name)
            ? visited.WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name.Identifier.WithoutTrivia())).NormalizeWhitespace()
                .WithTrailingTrivia(SyntaxFactory.Space))
            : visited;
    }

    public override SyntaxNode? VisitArgument(ArgumentSyntax node)
    {
        var visited = (ArgumentSyntax)base.VisitArgument(node)!;
        return node.Parent is TupleExpressionSyntax && node.NameColon == null && node.Expression is IdentifierNameSyntax name && renames.ContainsKey(name)
            ? visited.WithoutLeadingTrivia()
                .WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name.Identifier.WithoutTrivia())).WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(node.GetLeadingTrivia())
            : visited;
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        if (node is not StatementSyntax original || !copies.TryGetValue(original, out var needed))
            return visited;

        var statement = (StatementSyntax)visited!;
        return original.Parent is BlockSyntax or SwitchSectionSyntax
            ? statement.WithAdditionalAnnotations(new SyntaxAnnotation(Pending, Encode(needed)))
            : InBlock(statement, needed);
    }

    private const string Pending = "copies";

    private static string Encode(List<(string Copy, string Variable)> needed) => string.Join(",", needed.Select(n => n.Copy + "=" + n.Variable));

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var block = (BlockSyntax)base.VisitBlock(node)!;
        return block.WithStatements(WithCopies(block.Statements));
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        var section = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
        return section.WithStatements(WithCopies(section.Statements));
    }

    private SyntaxList<StatementSyntax> WithCopies(SyntaxList<StatementSyntax> statements)
    {
        var result = new List<StatementSyntax>();
        foreach (var statement in statements)
        {
            if (statement.GetAnnotations(Pending).FirstOrDefault() is not { } pending)
            {
                result.Add(statement);
                continue;
            }

            var copied = pending.Data!.Split(',').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])).ToList();
            result.AddRange(BeforeStatement(statement.WithoutAnnotations(Pending), copied));
        }

        return SyntaxFactory.List(result);
    }

    private IEnumerable<StatementSyntax> BeforeStatement(StatementSyntax statement, List<(string Copy, string Variable)> needed)
    {
        // Blank lines and directives stay above the copy; a comment stays with the statement it speaks of.
        var leading = statement.GetLeadingTrivia();
        var indent = leading.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? SyntaxFactory.TriviaList(space) : [];
        var kept = leading.Any(trivia => trivia.IsDirective)
            ? leading.Count - indent.Count
            : leading.TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                .ToList().FindLastIndex(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) + 1;

        var above = SyntaxFactory.TriviaList(leading.Take(kept).Concat(indent));
        foreach (var (copy, variable) in needed)
        {
            yield return Declaration(copy, variable).WithLeadingTrivia(above).WithTrailingTrivia(lineEnd);
            above = indent;
        }

        yield return statement.WithLeadingTrivia(leading.Skip(kept));
    }

    private StatementSyntax InBlock(StatementSyntax statement, List<(string Copy, string Variable)> needed)
    {
        var statements = needed
            .Select(n => (StatementSyntax)Declaration(n.Copy, n.Variable).WithTrailingTrivia(lineEnd))
            .Append(statement);
        return SyntaxFactory.Block(statements).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static LocalDeclarationStatementSyntax Declaration(string copy, string variable) =>
        (LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"var {copy} = {variable};");
}
