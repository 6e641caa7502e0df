using DepGraph.Graph;
using DepGraph.Recording.Tests.Failures;
using DepGraph.Reports.Json;

namespace DepGraph.Recording.Tests.Support;

/// <summary>What <c>depgraph record</c> said and left behind.</summary>
internal sealed class RecordResult
{
    private readonly LoadGraph? _graph;

    public RecordResult(int exitCode, string text, string folder)
    {
        ExitCode = exitCode;
        Text = text;
        Files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [];
        if (Files.FirstOrDefault(f => f.EndsWith(".depgraph.json", StringComparison.Ordinal)) is { } file)
            _graph = GraphJsonReader.ReadFile(Path.Combine(folder, file));
        Log = Files.FirstOrDefault(f => f.EndsWith(".log", StringComparison.Ordinal)) is { } log ? File.ReadAllText(Path.Combine(folder, log)) : "";
    }

    public int ExitCode { get; }

    /// <summary>All that was written to the terminal.</summary>
    public string Text { get; }

    /// <summary>Names of the files in the output folder.</summary>
    public string[] Files { get; }

    /// <summary>What the app wrote.</summary>
    public string Log { get; }

    public LoadGraph Graph => _graph ?? throw new InvalidOperationException("There is no graph. " + Text);

    public Run Run => Graph.Run;

    public IEnumerable<string> Names => Graph.Nodes.Select(n => n.Name);

    /// <summary>The lines MSBuild would take as diagnostics.</summary>
    public string[] Diagnostics => [.. Text.Split('\n').Where(l => l.StartsWith("depgraph : ", StringComparison.Ordinal))];

    public Left Left => _graph is null ? Left.Nothing : !Run.IsPartial ? Left.WholeGraph : Graph.Nodes.Count == 0 ? Left.EmptyGraph : Left.PartialGraph;
}
