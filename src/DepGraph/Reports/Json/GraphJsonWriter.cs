using System.Text.Json;
using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>Writes <c>App.depgraph.json</c>: the whole graph, and what follows from it (components and sequence) for readers that do not compute. docs/formats.md describes it.</summary>
public static class GraphJsonWriter
{
    public const string Format = "depgraph";

    public const int Version = 1;

    /// <summary>What every node is; it stands in the file so that other kinds can come without a new version.</summary>
    public const string NodeKind = "assembly";

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(LoadGraph graph)
    {
        var condensation = Condensation.Of(graph);
        return Write(graph, condensation, LoadSequence.Of(graph, condensation));
    }

    /// <param name="graph">The graph.</param>
    /// <param name="condensation">Its condensation, where that is known already.</param>
    /// <param name="sequence">Its load sequence.</param>
    public static byte[] Write(LoadGraph graph, Condensation condensation, LoadSequence sequence) => JsonFormat.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        WriteGraph(json, graph, condensation, sequence);
        json.WriteEndObject();
    });

    private static void WriteGraph(Utf8JsonWriter json, LoadGraph graph, Condensation condensation, LoadSequence sequence)
    {
        json.WriteString("app", graph.App);
        json.WriteOptional("root", IdOrNull(graph, graph.Root));
        RunJsonWriter.Write(json, graph);
        json.WriteList("nodes", graph.Nodes, node => WriteNode(json, node));
        json.WriteList("edges", graph.Edges, edge => WriteEdge(json, graph, edge));
        WriteDerived(json, graph, condensation, sequence);
        json.WriteList("failedBinds", graph.FailedBinds, bind =>
        {
            json.WriteStartObject();
            json.WriteString("name", bind.Name);
            json.WriteOptional("requester", IdOrNull(graph, bind.Requester));
            json.WriteStrings("cause", bind.Cause);
            json.WriteEndObject();
        });
        json.WriteList("notLoaded", graph.NotLoaded, reference =>
        {
            json.WriteStartObject();
            json.WriteString("name", reference.Name);
            json.WriteStrings("referencedBy", reference.ReferencedBy.Select(node => graph.Nodes[node].Id));
            json.WriteEndObject();
        });
        json.WriteList("children", graph.Children, child =>
        {
            json.WriteStartObject();
            var merged = Condensation.Of(child);
            WriteGraph(json, child, merged, LoadSequence.Of(child, merged));
            json.WriteEndObject();
        });
    }

    private static void WriteNode(Utf8JsonWriter json, Node node)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        json.WriteString("name", node.Name);
        json.WriteString("kind", NodeKind);
        json.WriteString("origin", JsonFormat.Name(node.Origin));
        json.WriteNumber("order", node.Order);
        json.WriteOptional("version", node.Version);
        json.WriteOptional("context", node.Context);
        json.WriteOptional("path", node.Path);
        json.WriteOptional("framework", node.Framework);
        json.WriteBoolean("isFacade", node.IsFacade);
        json.WriteBoolean("loadsByName", node.LoadsByName);
        json.WriteNumber("atMs", node.AtMs);
        json.WriteNumber("bindMs", node.BindMs);
        json.WriteNumber("mapMs", node.MapMs);
        json.WriteNumber("runMs", node.RunMs);
        json.WriteOptional("spreadMs", node.SpreadMs);
        json.WriteStrings("cause", node.Cause);
        json.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter json, LoadGraph graph, Edge edge)
    {
        json.WriteStartObject();
        json.WriteString("from", graph.Nodes[edge.From].Id);
        json.WriteString("to", graph.Nodes[edge.To].Id);
        json.WriteString("evidence", JsonFormat.Name(edge.Evidence));
        json.WriteStrings("cause", edge.Cause);
        json.WriteEndObject();
    }

    private static void WriteDerived(Utf8JsonWriter json, LoadGraph graph, Condensation condensation, LoadSequence sequence)
    {
        json.WriteList("components", condensation.Components, component =>
        {
            json.WriteStartObject();
            json.WriteString("name", component.Name);
            WriteMembers(component.Members);
            json.WriteEndObject();
        });
        json.WriteString("costUnit", sequence.HasTimes ? "ms" : "members");
        json.WriteList("sequence", sequence.Steps, step =>
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            WriteMembers(step.Members);
            json.WriteNumber("costMs", step.CostMs);
            json.WriteNumber("loadMs", step.LoadMs);
            json.WriteEndObject();
        });

        void WriteMembers(IEnumerable<int> members) => json.WriteStrings("members", members.Select(node => graph.Nodes[node].Id));
    }

    private static string? IdOrNull(LoadGraph graph, int node) => node < 0 ? null : graph.Nodes[node].Id;
}
