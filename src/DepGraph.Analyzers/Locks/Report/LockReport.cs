using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Search;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Report;

/// <summary>Writes the findings of one declaration: one for each place, and one for each place that several calls come to.</summary>
internal sealed class LockReport(LockFacts facts, Action<KeptFinding> report, CancellationToken cancellation)
{
    public void Add(SyntaxNode root)
    {
        var told = new Dictionary<Root, List<Finding>>();
        var places = new HashSet<Place>();
        foreach (var body in facts.Source.Bodies.AllIn(root))
        {
            foreach (var site in facts.Flows.HeldSitesOf(body))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var hazard in HazardSearch.From(site, body, facts))
                {
                    var at = Shown(site.Effect.At.Syntax);
                    if (places.Add(new Place(at, hazard.Rule)))
                        Add(new Finding(at, site, hazard), told);
                }
            }
        }

        foreach (var ways in told.Values)
            Report(ways);
    }

    private static void Add(Finding finding, Dictionary<Root, List<Finding>> told)
    {
        var root = new Root(finding.Hazard.Rule, finding.Hazard.Path is null ? finding.At : finding.Hazard.Effect.At.Syntax, finding.Hazard.HeldLock.TakenAt);
        if (!told.TryGetValue(root, out var ways))
            told.Add(root, ways = []);
        ways.Add(finding);
    }

    /// <summary>The first way to a root; the others are additional locations.</summary>
    private void Report(List<Finding> ways)
    {
        ways.Sort((one, other) => one.At.SpanStart.CompareTo(other.At.SpanStart));
        var (at, site, hazard) = ways[0];
        var additional = new List<Location> { hazard.Effect.At.Syntax.GetLocation(), hazard.HeldLock.TakenAt.GetLocation() };
        additional.AddRange(hazard.Creations.Select(creation => creation.Syntax.GetLocation()));
        additional.AddRange(ways.Skip(1).Select(way => way.At.GetLocation()));
        report(new KeptFinding(
            LockRules.Of(hazard.Rule),
            at.GetLocation(),
            additional,
            LockRules.FixFor(site, hazard),
            [
                LockStrings.Of(hazard.Text), LockStrings.Held(hazard.HeldLock), LockStrings.Through(hazard.Path),
                LockStrings.Consequence(hazard),
            ]));
    }

    /// <summary>The whole of <c>a?.b()</c>, not only what stands behind the question mark.</summary>
    private static SyntaxNode Shown(SyntaxNode syntax)
    {
        while (syntax.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == syntax)
            syntax = conditional;
        return syntax;
    }

    /// <summary>One way to a hazard.</summary>
    private sealed record Finding(SyntaxNode At, EffectSite Site, Hazard Hazard);

    /// <summary>Where a rule speaks once, under however many locks.</summary>
    private sealed record Place(SyntaxNode At, LockRule Rule);

    /// <summary>What several calls of a declaration may come to under one hold of a lock.</summary>
    private sealed record Root(LockRule Rule, SyntaxNode Hazard, SyntaxNode TakenAt);
}
