using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Text;

namespace DepGraph.Reports.Json;

/// <summary>Writes <c>App.sarif</c>: what lines cost, and what was found, for whatever shows findings at the lines of a pull request.</summary>
internal static class SarifWriter
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json", Home = "https://github.com/depgraph/depgraph";
    private const string Root = "%SRCROOT%"; // a name that readers know
    private const string LineCostRule = "DG2001"; // the editor tells it under this id
    private const int LongestMessage = 1000;

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(ReportSource source)
    {
        var graph = source.Graph;
        var results = graph.Run.Findings.Concat(source.Options.Findings)
            .Select(finding => Result(finding.Code, "warning", finding.Message, finding.Line))
            .Concat(graph.LineCosts.Where(LineText.IsWorthTelling).Select(line => Result(LineCostRule, "note", $"startup: {LineText.Of(graph, line)}", line)))
            .ToList();
        var rules = results.Select(result => result.RuleId).Distinct().Order(StringComparer.Ordinal).Select(id => new SarifRule(id, Codes.HelpLink(id)));
        return JsonFormat.Write(
            new SarifDocument(Schema, "2.1.0", [new SarifRun(new SarifTool(new SarifDriver("DepGraph", Home, rules)), results)]),
            JsonDocuments.Default.SarifDocument);
    }

    private static SarifResult Result(string code, string level, string message, LineCost? line) => new(
        code, level, new SarifMessage(OneLine.Of(message, LongestMessage)),
        line is null ? null : [new SarifLocation(new SarifPhysicalLocation(new SarifArtifactLocation(Uri(line.File), Root), new SarifRegion(line.Line)))]);

    private static string Uri(string file) => string.Join('/', OneLine.Of(file, LongestMessage).Split('/').Select(System.Uri.EscapeDataString));
}
