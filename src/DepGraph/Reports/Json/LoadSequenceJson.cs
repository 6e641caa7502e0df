using System.Text.Json;
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
    public static byte[] Write(LoadGraph graph, LoadSequence sequence) => JsonFormat.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("app", graph.App);
        json.WriteNumber("readyMs", graph.Run.ReadyMs);
        json.WriteNumber("unattributedMs", graph.Run.UnattributedMs);
        json.WriteNumber("waitingMs", graph.Run.WaitingMs);
        json.WriteString("costUnit", sequence.HasTimes ? "ms" : "members");
        json.WriteList("sequence", sequence.Steps, step => WriteStep(json, graph, step));
        json.WriteList("timeline", graph.Nodes, node =>
        {
            json.WriteStartObject();
            json.WriteString("name", node.Name);
            json.WriteNumber("atMs", node.AtMs);
            json.WriteEndObject();
        });
        json.WriteStrings("notByName", NotByName(graph));
        json.WriteEndObject();
    });

    private static void WriteStep(Utf8JsonWriter json, LoadGraph graph, Step step)
    {
        json.WriteStartObject();
        json.WriteString("name", graph.Nodes[step.Members[0]].Name);
        json.WriteStrings("members", step.Members.Select(node => graph.Nodes[node].Name));
        json.WriteNumber("costMs", step.CostMs);
        json.WriteNumber("loadMs", step.LoadMs);
        json.WriteEndObject();
    }

    // A name that is there twice, once in the default context and once in another, does load by name.
    private static IEnumerable<string> NotByName(LoadGraph graph) =>
        graph.Nodes.GroupBy(node => node.Name).Where(nodes => !nodes.Any(node => node.LoadsByName)).Select(nodes => nodes.Key).Order(StringComparer.Ordinal);
}
