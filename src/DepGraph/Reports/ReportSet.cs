using System.Text;
using DepGraph.Files;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Reports.Json;
using DepGraph.Reports.Markdown;
using DepGraph.Reports.Page;
using DepGraph.Reports.PlainText;
using DepGraph.Text;

namespace DepGraph.Reports;

/// <summary>All outputs of a graph: one line a format.</summary>
public static class ReportSet
{
    private static readonly ReportFormat[] Table =
    [
        new("text", new ReportFile(".loadsequence.txt", source => Lines(LoadSequenceText.Lines(source.Graph, source.Sequence)))),
        new("json", new ReportFile(".depgraph.json", source =>
            GraphJsonWriter.Write(source.Graph, source.Condensation, source.Cuts, source.Sequence, source.Retained))),
        new("dot", new ReportFile(".graph.dot", Drawings.GraphDot), new ReportFile(".dag.dot", Drawings.DagDot)),
        new("svg", new ReportFile(".graph.svg", Drawings.GraphSvg), new ReportFile(".dag.svg", Drawings.DagSvg)),
        new("html", new ReportFile(".html", HtmlWriter.Write)),
        new("md", new ReportFile(".md", MarkdownWriter.Write)),
        new("dgml", new ReportFile(".dgml", DgmlWriter.Write)),
        new("graphml", new ReportFile(".graphml", GraphMlWriter.Write)),
        new("speedscope", new ReportFile(".speedscope.json", source => SpeedscopeWriter.Write(source.Graph))),
        new("sarif", new ReportFile(".sarif", SarifWriter.Write)),
        new("causes", new ReportFile(".causes.txt", source => Lines(CausesText.Lines(source.Graph))) { IsInputOfBuild = true }),
        new("loadsequence", new ReportFile(".loadsequence.json", source => LoadSequenceJson.Write(source.Graph, source.Sequence))),
    ];

    /// <summary>The names of all formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = Array.ConvertAll(Table, format => format.Name);

    /// <summary>
    /// Writes the reports as <c>App.suffix</c> into a folder, which is made where it lacks. A file whose content is the
    /// same stays as it is; one that cannot be made this time (no Graphviz) is removed, so that none is out of date.
    /// </summary>
    /// <exception cref="DepGraphException">
    /// <see cref="Codes.OutputNotWritable"/>: a file cannot be written. <see cref="Codes.InvalidOption"/>: there is no such format.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ReportResult Write(LoadGraph graph, string folder, ReportOptions options, CancellationToken cancellation = default)
    {
        var formats = Chosen(options.Formats);
        var output = new OutputFolder(folder, graph.App);
        var source = new ReportSource(graph, options, cancellation);
        var files = new List<string>();
        foreach (var file in formats.SelectMany(format => format.Files))
        {
            cancellation.ThrowIfCancellationRequested();
            if (output.Put(file.Suffix, file.Write(source), file.IsInputOfBuild) is { } path)
                files.Add(path);
        }

        return new ReportResult(files, source.Warnings, source.Notes);
    }

    private static byte[] Lines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static IEnumerable<ReportFormat> Chosen(IReadOnlyCollection<string>? names)
    {
        if (names?.FirstOrDefault(name => !Formats.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new DepGraphException(Codes.InvalidOption, $"There is no format \"{OneLine.Of(unknown)}\"; the formats are {string.Join(", ", Formats)}.");
        return Table.Where(format => names is null || names.Contains(format.Name, StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>What <see cref="ReportSet.Write"/> did.</summary>
/// <param name="Files">Full paths of the files that are there now, in the order of <see cref="ReportSet.Formats"/>.</param>
/// <param name="Warnings">What users should know.</param>
/// <param name="Notes">What only those who look for it want to know.</param>
public sealed record ReportResult(IReadOnlyList<string> Files, IReadOnlyList<Finding> Warnings, IReadOnlyList<string> Notes);
