using DepGraph.Analyzers.Closures.Loops;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.CodeFixes.Closures;

/// <summary>Which uses are renamed to what, and before which statements the copies go: one a body and variable.</summary>
internal sealed class CopyPlan(SyntaxNode root, SemanticModel model)
{
    private readonly Dictionary<IdentifierNameSyntax, string> _renames = [];
    private readonly Dictionary<StatementSyntax, List<(string Copy, string Variable)>> _copies = [];

    public SyntaxNode Apply(IEnumerable<CopySite> sites)
    {
        foreach (var body in sites.GroupBy(site => (site.Statement.Parent, site.Variable), BodyAndVariable.Instance))
            PlanBody(body.OrderBy(site => site.Statement.SpanStart));
        var lineEnd = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return new CopyRewriter(_renames, _copies, lineEnd).Visit(root)!;
    }

    /// <summary>Statements of one body share a copy as long as nothing between them writes the variable.</summary>
    private void PlanBody(IEnumerable<CopySite> sites)
    {
        CopySite? first = null;
        var name = "";
        foreach (var site in sites)
        {
            if (first == null || IsWrittenBetween(first.Statement, site))
            {
                first = site;
                name = CopyName.For(site.Variable, TakenNames(site.Statement));
                if (!_copies.TryGetValue(site.Statement, out var copies))
                    _copies.Add(site.Statement, copies = []);
                copies.Add((name, site.Uses[0].Identifier.Text));
            }

            foreach (var use in site.Uses)
                _renames[use] = name;
        }
    }

    private readonly Dictionary<SyntaxNode, ISet<string>> _taken = [];

    private ISet<string> TakenNames(SyntaxNode node)
    {
        SyntaxNode member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax) ?? root;
        if (!_taken.TryGetValue(member, out var names))
            _taken.Add(member, names = FreeName.TakenIn(member));
        return names;
    }

    private bool IsWrittenBetween(StatementSyntax copied, CopySite site)
    {
        var between = copied.Parent!.ChildNodes()
            .Where(node => node.SpanStart >= copied.SpanStart && node.SpanStart < site.Statement.SpanStart);
        return between.SelectMany(node => node.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(name => name.Identifier.ValueText == site.Variable.Name)
            .Select(name => model.GetOperation(name))
            .Any(use => use != null && SymbolEqualityComparer.Default.Equals(use.Variable(), site.Variable) && VariableUses.Of(use).Writes());
    }

    private sealed class BodyAndVariable : IEqualityComparer<(SyntaxNode? Body, ISymbol Variable)>
    {
        public static readonly BodyAndVariable Instance = new();

        public bool Equals((SyntaxNode? Body, ISymbol Variable) x, (SyntaxNode? Body, ISymbol Variable) y) =>
            x.Body == y.Body && SymbolEqualityComparer.Default.Equals(x.Variable, y.Variable);

        public int GetHashCode((SyntaxNode? Body, ISymbol Variable) site) => SymbolEqualityComparer.Default.GetHashCode(site.Variable);
    }
}
