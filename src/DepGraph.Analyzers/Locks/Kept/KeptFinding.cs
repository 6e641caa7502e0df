using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>A finding by its places in the text, so that no compilation lives on with it.</summary>
internal sealed record KeptFinding(
    DiagnosticDescriptor Rule, Location At, IReadOnlyList<Location> Additional, ImmutableDictionary<string, string?> Properties, object[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, At, Additional, Properties, Arguments);

    /// <summary>The same where code has moved; null where one of its places is no longer known.</summary>
    public KeptFinding? After(CodeMove move)
    {
        if (Moved(At, move) is not { } at)
            return null;
        var additional = new List<Location>();
        foreach (var location in Additional)
        {
            if (Moved(location, move) is not { } moved)
                return null;
            additional.Add(moved);
        }

        return this with { At = at, Additional = additional };
    }

    private static Location? Moved(Location location, CodeMove move)
    {
        if (location.SourceTree is not { } tree || !move.Includes(tree))
            return location;
        return Roots.IndexAt(tree, location.SourceSpan.Start) is >= 0 and var index && Roots.In(tree)[index] is var from && move.Of(from) is { } to
            ? Location.Create(to.SyntaxTree, new TextSpan(location.SourceSpan.Start - from.SpanStart + to.SpanStart, location.SourceSpan.Length))
            : null;
    }
}
