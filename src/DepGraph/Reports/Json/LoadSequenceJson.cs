using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>
/// Writes <c>App.loadsequence.json</c>, which the app reads at run time (DepGraph.Loading). It speaks of simple names, as
/// <c>Assembly.Load</c> does, not of node ids. docs/formats.md describes it.
/// </summary>
public static class LoadSequenceJson
{
    public const string Format = "depgraph.loadsequence";

    public const int Version = 1;

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(LoadGraph graph, LoadSequence sequence) => JsonFormat.Write(
        new LoadSequenceDocument(
            Format,
            Version,
            graph.App,
            graph.Run.ReadyMs,
            graph.Run.UnattributedMs,
            graph.Run.WaitingMs,
            sequence.HasTimes ? "ms" : "members",
            sequence.Steps.Select(step => new StepEntry(graph.Nodes[step.Members[0]].Name, step.Members.Select(node => graph.Nodes[node].Name), step.CostMs, step.LoadMs)),
            graph.Nodes.Select(node => new LoadEntry(node.Name, node.AtMs)),
            NotByName(graph)),
        JsonDocuments.Default.LoadSequenceDocument);

    // A name that is there twice, once in the default context and once in another, does load by name.
    private static IEnumerable<string> NotByName(LoadGraph graph) =>
        graph.Nodes.GroupBy(node => node.Name).Where(nodes => !nodes.Any(node => node.LoadsByName)).Select(nodes => nodes.Key).Order(StringComparer.Ordinal);
}

internal sealed record LoadSequenceDocument(
    string Format,
    int Version,
    string App,
    double ReadyMs,
    double UnattributedMs,
    double WaitingMs,
    string CostUnit,
    IEnumerable<StepEntry> Sequence,
    IEnumerable<LoadEntry> Timeline,
    IEnumerable<string> NotByName);

internal sealed record LoadEntry(string Name, double AtMs);
