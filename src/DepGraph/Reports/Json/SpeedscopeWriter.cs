using System.Text.Json;
using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>
/// Writes <c>App.speedscope.json</c> for speedscope and Perfetto, in the file format of https://www.speedscope.app/file-format-schema.json:
/// one profile of the costs by who loaded what, one of the load order by time (bind and map of each load).
/// </summary>
public static class SpeedscopeWriter
{
    private const int MaxDepth = 400; // beyond it a flame graph tells nothing, and viewers recurse

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(LoadGraph graph) => JsonFormat.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://www.speedscope.app/file-format-schema.json");
        json.WriteString("exporter", "depgraph");
        json.WriteString("name", $"{graph.App} at startup");
        json.WriteNumber("activeProfileIndex", 0);
        json.WriteStartObject("shared");
        json.WriteStartArray("frames");
        foreach (var node in graph.Nodes) WriteFrame(json, node.Id, node.Path);
        if (graph.Run.Waits.Count > 0) WriteFrame(json, "waiting", file: null); // number graph.Nodes.Count
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("profiles");
        WriteCosts(json, graph);
        WriteOrder(json, graph);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteFrame(Utf8JsonWriter json, string name, string? file)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        if (file is not null) json.WriteString("file", file);
        json.WriteEndObject();
    }

    /// <summary>Each load from the start of its bind to its end. Loads of other threads may overlap in time: then the later one waits for the earlier, as the format knows one stack.</summary>
    private static void WriteOrder(Utf8JsonWriter json, LoadGraph graph)
    {
        var loads = graph.Nodes.Select(node => (Start: Math.Max(0, node.AtMs - node.MapMs - node.BindMs), End: node.AtMs, node.Order))
            .Where(load => load.End > load.Start).OrderBy(load => load.Start).ThenByDescending(load => load.End).ToList();
        var end = Math.Max(graph.Run.ReadyMs, loads.Count == 0 ? 0 : loads.Max(load => load.End));
        json.WriteStartObject();
        json.WriteString("type", "evented");
        json.WriteString("name", "Load order: bind and map");
        json.WriteString("unit", "milliseconds");
        json.WriteNumber("startValue", 0);
        json.WriteNumber("endValue", end);
        json.WriteStartArray("events");
        var open = new Stack<(double End, int Order)>();
        foreach (var load in loads)
        {
            while (open.TryPeek(out var top) && top.End <= load.Start) Close();
            WriteEvent(json, "O", load.Start, load.Order);
            open.Push((open.TryPeek(out var around) ? Math.Min(load.End, around.End) : load.End, load.Order));
        }

        while (open.Count > 0) Close();
        json.WriteEndArray();
        json.WriteEndObject();

        void Close()
        {
            var (at, order) = open.Pop();
            WriteEvent(json, "C", at, order);
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, string type, double at, int frame)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteNumber("at", at);
        json.WriteNumber("frame", frame);
        json.WriteEndObject();
    }

    /// <summary>One sample a node: the way of loads that led to it, weighed with its cost. One a wait: the way to the node that waits, and "waiting" on it.</summary>
    private static void WriteCosts(Utf8JsonWriter json, LoadGraph graph)
    {
        var loader = LoadTree.LoadersOf(graph);
        var samples = graph.Nodes.Where(node => node.CostMs > 0).Select(node => (Way: WayTo(node.Order, loader), Ms: node.CostMs))
            .Concat(graph.Run.Waits.Select(wait => (Way: WayTo(wait.Node, loader).Append(graph.Nodes.Count), wait.Ms))).ToList();
        json.WriteStartObject();
        json.WriteString("type", "sampled");
        json.WriteString("name", "Cost by who loaded it");
        json.WriteString("unit", "milliseconds");
        json.WriteNumber("startValue", 0);
        json.WriteNumber("endValue", samples.Sum(sample => sample.Ms));
        json.WriteStartArray("samples");
        foreach (var (way, _) in samples)
        {
            json.WriteStartArray();
            foreach (var frame in way) json.WriteNumberValue(frame);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("weights");
        foreach (var (_, ms) in samples) json.WriteNumberValue(ms);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<int> WayTo(int node, IReadOnlyList<int> loader)
    {
        var way = new List<int>();
        for (var at = node; at >= 0 && way.Count < MaxDepth; at = loader[at]) way.Add(at);
        return way.AsEnumerable().Reverse();
    }
}
