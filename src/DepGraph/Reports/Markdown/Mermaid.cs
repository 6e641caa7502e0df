using System.Globalization;
using System.Text;
using DepGraph.Text;

namespace DepGraph.Reports.Markdown;

/// <summary>Escapes for Mermaid, and what all its diagrams share.</summary>
internal static class Mermaid
{
    private const int MaxName = 80;

    // Colours that can be read on GitHub's light and dark pages.
    private static readonly (string Name, string Style)[] Classes =
    [
        ("app", "fill:#dbe7fb,stroke:#1b5e9b,color:#1b1f24,stroke-width:2px"),
        ("framework", "fill:#e9ecf0,stroke:#6b7280,color:#1b1f24"),
        ("package", "fill:#e0f2e6,stroke:#2e7d4f,color:#1b1f24"),
        ("memory", "fill:#efe6f6,stroke:#7b4fa3,color:#1b1f24"),
        ("elsewhere", "fill:#fbe3e1,stroke:#b3261e,color:#1b1f24"),
        ("cycle", "fill:#dbe7fb,stroke:#c62828,color:#1b1f24,stroke-width:3px"),
        ("kept", "fill:#e9ecf0,stroke:#6b7280,color:#1b1f24"),
        ("added", "fill:#d5f5dd,stroke:#17692f,color:#1b1f24,stroke-width:3px"),
        ("removed", "fill:#fde0de,stroke:#a8231e,color:#1b1f24,stroke-dasharray:5 4"),
    ];

    /// <summary>A flowchart of these lines, with the looks of the classes they use (<c>:::class</c> at a line's end).</summary>
    public static string Flowchart(IReadOnlyCollection<string> lines)
    {
        var chart = new StringBuilder("flowchart LR\n");
        foreach (var (name, style) in Classes)
            if (lines.Any(line => line.EndsWith($":::{name}", StringComparison.Ordinal)))
                chart.Append(CultureInfo.InvariantCulture, $"  classDef {name} {style}\n");
        foreach (var line in lines)
            chart.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        return chart.ToString();
    }

    /// <summary>
    /// A quoted label of one or more lines. All but letters, digits and harmless signs become numbered entities, so nothing of a name is markup.
    /// </summary>
    public static string Label(params string[] lines)
    {
        var label = new StringBuilder("\"");
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                label.Append("<br>");
            foreach (var rune in OneLine.Of(lines[i], MaxName).EnumerateRunes())
            {
                if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '-' or ':' or '±')
                    label.Append(rune);
                else
                    label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return label.Append('"').ToString();
    }
}
