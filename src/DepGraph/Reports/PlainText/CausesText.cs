using System.Globalization;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Text;

namespace DepGraph.Reports.PlainText;

/// <summary>
/// Writes <c>App.causes.txt</c>, which the compiler hands to the analyzer of DG2001: a line a cause, its parts between tabs. No JSON, as an analyzer may bring
/// no reader of its own into the editor's process. docs/formats.md describes it.
/// </summary>
public static class CausesText
{
    public const string Header = "depgraph causes 1";

    public static IEnumerable<string> Lines(LoadGraph graph) => graph.LineCosts.Where(line => line.Text.Length > 0).Select(line => string.Join('\t',
        new[]
        {
            graph.Nodes[line.Node].Name, line.File, Number(line.Line), line.Checksum, Number(line.Loads.Count),
            Math.Round(line.Ms, 3).ToString(CultureInfo.InvariantCulture), line.RegisteredAt, LineText.Of(graph, line), line.Text,
        }.Select(part => OneLine.Of(part, 1000)))).Prepend(Header);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
