using DepGraph.Analyzers.Locks.Search;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Report;

/// <summary>Writes the findings of one declaration, one for each place.</summary>
internal sealed class LockReport(LockFacts facts, Action<Diagnostic> report, CancellationToken cancellation)
{
    private readonly HashSet<Finding> _reported = [];

    public void Add(SyntaxNode root)
    {
        foreach (var body in facts.Source.Bodies.AllIn(root))
        {
            foreach (var site in facts.Flows.HeldSitesOf(body))
            {
                cancellation.ThrowIfCancellationRequested();
                if (CallbackSearch.From(site, body, facts) is { } callback)
                    Add(site, callback);
            }
        }
    }

    private void Add(EffectSite site, Callback callback)
    {
        var at = Shown(site.Effect.At.Syntax);
        if (!_reported.Add(new Finding(at, callback.IsImplicit)))
            return;
        var additional = new List<Location> { callback.Effect.At.Syntax.GetLocation(), callback.HeldLock.TakenAt.GetLocation() };
        additional.AddRange(callback.Creations.Select(creation => creation.Syntax.GetLocation()));
        report(Diagnostic.Create(
            callback.IsImplicit ? LockRules.ImplicitCallback : LockRules.Callback,
            at.GetLocation(),
            additional,
            LockRules.FixFor(site, callback),
            LockStrings.Of(callback.Text),
            LockStrings.Held(callback.HeldLock),
            LockStrings.Through(callback.Path),
            LockStrings.Consequence(callback.HeldLock.Kind)));
    }

    /// <summary>The whole of <c>a?.b()</c>, not only what stands behind the question mark.</summary>
    private static SyntaxNode Shown(SyntaxNode syntax)
    {
        while (syntax.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == syntax)
            syntax = conditional;
        return syntax;
    }

    private sealed record Finding(SyntaxNode At, bool IsImplicit);
}
