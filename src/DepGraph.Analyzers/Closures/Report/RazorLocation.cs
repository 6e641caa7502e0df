using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Closures.Report;

/// <summary>Where a finding in generated code stands in the .razor or .cshtml file it was generated from.</summary>
internal static class RazorLocation
{
    /// <summary>Null where the code was not generated from such a file.</summary>
    public static Location? Of(SharedCapture capture)
    {
        var location = capture.Use.GetLocation();
        if (IsMapped(location))
            return location;

        // The setter of a binding is hidden, but its getter, just ahead of it, is not: both came from the same attribute.
        return capture.Loop.Syntax.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.SpanStart < capture.Use.SpanStart && name.Identifier.ValueText == capture.Variable.Name)
            .Select(name => name.GetLocation())
            .LastOrDefault(IsMapped);
    }

    private static bool IsMapped(Location location)
    {
        var line = location.GetMappedLineSpan();
        return line.HasMappedPath
            && (line.Path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || line.Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase));
    }
}
