using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Startup;

/// <summary>Finds recorded lines of .razor and .cshtml files in the code generated from them: only pieces of those lines stand there.</summary>
internal sealed class MappedLines(SyntaxTree tree, SourceText text)
{
    private const int ShortestPiece = 3;

    /// <summary>True for a file whose code is generated from it.</summary>
    public static bool IsMapped(string file) =>
        file.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Each cause whose line is still there, at most one a line.</summary>
    public IReadOnlyList<(Cause Cause, Location Location)> Place(IReadOnlyList<Cause> causes)
    {
        var pieces = Pieces(causes).ToLookup(piece => piece.Cause, piece => (piece.Line, piece.Span));
        var placed = new Dictionary<int, (Cause, Location)>();
        foreach (var cause in causes)
        {
            var lines = pieces[cause].ToLookup(piece => piece.Line, piece => piece.Span);
            var line = lines.Contains(cause.Line) ? cause.Line : lines.Count == 1 ? lines.First().Key : 0;
            if (line > 0 && !placed.ContainsKey(line))
                placed.Add(line, (cause, Location.Create(tree, lines[line].OrderByDescending(span => span.Length).First())));
        }

        return [.. placed.Values];
    }

    private IEnumerable<(Cause Cause, int Line, TextSpan Span)> Pieces(IReadOnlyList<Cause> causes)
    {
        foreach (var mapping in tree.GetLineMappings().Where(mapping => !mapping.IsHidden && mapping.MappedSpan.HasMappedPath))
        {
            var here = causes.Where(cause => ProjectCauses.IsEndOf(mapping.MappedSpan.Path, cause.File)).ToList();
            for (var i = mapping.Span.Start.Line; here.Count > 0 && i <= mapping.Span.End.Line && i < text.Lines.Count; i++)
            {
                var span = SourceLines.CodeOf(text.Lines[i], i == mapping.Span.Start.Line ? mapping.CharacterOffset ?? 0 : 0);
                var piece = SourceLines.OneSpaced(text.ToString(span));
                foreach (var cause in here.Where(cause => piece.Length >= ShortestPiece && cause.Text.Contains(piece)))
                    yield return (cause, mapping.MappedSpan.StartLinePosition.Line + i - mapping.Span.Start.Line + 1, span);
            }
        }
    }
}
