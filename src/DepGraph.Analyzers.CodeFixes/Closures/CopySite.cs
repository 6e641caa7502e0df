using System.Globalization;
using DepGraph.Analyzers.Closures.Loops;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.CodeFixes.Closures;

/// <summary>One closure to mend: the statement the copy goes before, and the uses to rename.</summary>
internal sealed class CopySite(ISymbol variable, StatementSyntax statement, IReadOnlyList<IdentifierNameSyntax> uses)
{
    public ISymbol Variable { get; } = variable;

    public StatementSyntax Statement { get; } = statement;

    public IReadOnlyList<IdentifierNameSyntax> Uses { get; } = uses;

    /// <summary>Null where a copy before the statement would not give the closure the value it needs.</summary>
    public static CopySite? Find(Diagnostic finding, SyntaxNode root, SemanticModel model, CancellationToken cancellation)
    {
        var use = root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) as IdentifierNameSyntax;
        if (use == null || model.GetSymbolInfo(use, cancellation).Symbol is not { } variable
            || !finding.Properties.TryGetValue("loop", out var position))
            return null;

        var loopStart = int.Parse(position, CultureInfo.InvariantCulture);
        var closure = OutermostClosure(use, variable, model, cancellation);
        var statement = closure == null ? null : StatementOf(closure, variable, model, cancellation);
        if (statement == null || !CanTakeACopyBefore(statement, loopStart))
            return null;

        var captured = References(closure!, variable, model, cancellation).ToList();
        var isWritten = References(statement, variable, model, cancellation).Concat(captured)
            .Select(reference => VariableUses.Of(reference.Operation))
            .Any(use => use.Writes() || use.IsAtomic());
        return isWritten
            ? null
            : new CopySite(variable, statement, [.. captured.Where(c => VariableUses.Of(c.Operation) != VariableUse.Name).Select(c => c.Name)]);
    }

    /// <summary>The closure that captures the variable from its own function; a query expression counts as one closure.</summary>
    private static SyntaxNode? OutermostClosure(SyntaxNode use, ISymbol variable, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? outermost = null;
        var owner = variable.ContainingSymbol;
        foreach (var node in use.Ancestors())
        {
            var symbol = node switch
            {
                AnonymousFunctionExpressionSyntax => model.GetSymbolInfo(node, cancellation).Symbol,
                LocalFunctionStatementSyntax => model.GetDeclaredSymbol(node, cancellation),
                _ => null,
            };
            if (SymbolEqualityComparer.Default.Equals(symbol, owner) || node is MemberDeclarationSyntax and not GlobalStatementSyntax)
                break;
            if (symbol != null || node is QueryExpressionSyntax)
                outermost = node;
        }

        return outermost;
    }

    /// <summary>A local function is captured where it is first used, which may stand above it.</summary>
    private static StatementSyntax? StatementOf(SyntaxNode closure, ISymbol variable, SemanticModel model, CancellationToken cancellation)
    {
        if (closure is not LocalFunctionStatementSyntax function)
            return closure.FirstAncestorOrSelf<StatementSyntax>();
        if (function.Parent is not BlockSyntax block)
            return null;

        var symbol = model.GetDeclaredSymbol(function, cancellation);
        var first = block.DescendantNodes().OfType<SimpleNameSyntax>()
            .FirstOrDefault(name => name.Identifier.ValueText == function.Identifier.ValueText
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, symbol));
        var statement = block.Statements.First(s => s == function || (first != null && s.Span.Contains(first.Span)));
        var between = block.Statements.SkipWhile(s => s != statement).TakeWhile(s => s.SpanStart <= function.SpanStart);
        return between.SelectMany(s => References(s, variable, model, cancellation)).Any(r => VariableUses.Of(r.Operation).Writes()) ? null : statement;
    }

    /// <summary>Not in the header of the loop, nor where a statement cannot get a neighbour.</summary>
    private static bool CanTakeACopyBefore(StatementSyntax statement, int loopStart) =>
        statement.SpanStart >= loopStart
            && (statement.SpanStart > loopStart || statement is LabeledStatementSyntax)
            && statement.Parent is not GlobalStatementSyntax
            && !IsJumpedBackOver(statement, loopStart)
            && !(statement.Parent is LabeledStatementSyntax && statement is LocalDeclarationStatementSyntax)
            && !(statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);

    /// <summary>A copy in the block that holds the label of a backward <c>goto</c> would be shared like the variable itself.</summary>
    private static bool IsJumpedBackOver(StatementSyntax statement, int loopStart) =>
        statement.Parent!.ChildNodes().Any(node => node is LabeledStatementSyntax && node.SpanStart == loopStart && node != statement);

    private static IEnumerable<(IdentifierNameSyntax Name, IOperation Operation)> References(
        SyntaxNode node, ISymbol variable, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == variable.Name
                && model.GetOperation(name, cancellation) is { } operation
                && SymbolEqualityComparer.Default.Equals(operation.Variable(), variable))
                yield return (name, operation);
        }
    }
}
