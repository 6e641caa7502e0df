using System.Globalization;
using System.Text;
using System.Xml;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.Drawing;

/// <summary>
/// Writes <c>App.graphml</c> for graph tools and libraries: all nodes and edges, with typed keys. In the language of http://graphml.graphdrawing.org.
/// </summary>
internal static class GraphMlWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const int MaxText = 2000;

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(ReportSource source)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("graphml", Namespace);
            foreach (var key in GraphMlKeys.All)
                WriteKey(xml, key);
            xml.WriteStartElement("graph", Namespace);
            xml.WriteAttributeString("id", "startup");
            xml.WriteAttributeString("edgedefault", "directed");
            WriteRun(xml, source.Graph);
            WriteNodes(xml, source);
            WriteEdges(xml, source);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteKey(XmlWriter xml, GraphMlKey key)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", key.Name);
        xml.WriteAttributeString("for", key.Of);
        xml.WriteAttributeString("attr.name", key.Name);
        xml.WriteAttributeString("attr.type", key.Type);
        xml.WriteEndElement();
    }

    private static void WriteRun(XmlWriter xml, LoadGraph graph)
    {
        WriteData(xml, "app", graph.App);
        WriteData(xml, "runtime", graph.Run.Runtime);
        WriteData(xml, "platform", graph.Run.Platform);
        WriteData(xml, "readyMs", Number(graph.Run.ReadyMs));
        WriteData(xml, "waitingMs", Number(graph.Run.WaitingMs));
        WriteData(xml, "unattributedMs", Number(graph.Run.UnattributedMs));
    }

    private static void WriteNodes(XmlWriter xml, ReportSource source)
    {
        var waits = source.Graph.Run.Waits.ToLookup(wait => wait.Node, wait => wait.Ms);
        var steps = StepOfNode(source);
        foreach (var node in source.Graph.Nodes)
        {
            var component = source.Condensation.Components[source.Condensation.ComponentOf(node.Order)];
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", Id(node.Order));
            WriteData(xml, "label", node.Id);
            WriteData(xml, "name", node.Name);
            WriteData(xml, "kind", "assembly");
            WriteData(xml, "origin", JsonFormat.Name(node.Origin));
            WriteData(xml, "framework", node.Framework);
            WriteData(xml, "version", node.Version);
            WriteData(xml, "context", node.Context);
            WriteData(xml, "facade", Boolean(node.IsFacade));
            WriteData(xml, "order", Number(node.Order + 1));
            WriteData(xml, "step", Number(steps[node.Order]));
            WriteData(xml, "cycle", component.Members.Count > 1 ? component.Name : null);
            WriteData(xml, "atMs", Number(node.AtMs));
            WriteData(xml, "costMs", Number(node.CostMs));
            WriteData(xml, "compileMs", Number(node.CompileMs));
            WriteData(xml, "waitsMs", waits[node.Order].Sum() is > 0 and var ms ? Number(ms) : null);
            WriteSaved(xml, "retained", source.Retained.OfNode(node.Order));
            WriteData(xml, "loadedBy", Frames(node.Cause));
            xml.WriteEndElement();
        }
    }

    private static void WriteEdges(XmlWriter xml, ReportSource source)
    {
        var graph = source.Graph;
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var edge = graph.Edges[i];
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", $"e{i}");
            xml.WriteAttributeString("source", Id(edge.From));
            xml.WriteAttributeString("target", Id(edge.To));
            WriteData(xml, "evidence", JsonFormat.Name(edge.Evidence));
            WriteData(xml, "closesCycle", Boolean(ClosesCycle(source, edge)));
            if (source.Retained.OfEdge(i) is { IsMoreThanNothing: true } saved)
                WriteSaved(xml, "saves", saved);
            WriteData(xml, "cause", Frames(edge.Cause));
            xml.WriteEndElement();
        }
    }

    private static bool ClosesCycle(ReportSource source, Edge edge) =>
        edge.From != edge.To && source.Condensation.ComponentOf(edge.From) == source.Condensation.ComponentOf(edge.To)
            && Need.ClosesCycles(source.Graph, edge);

    /// <summary>By node the number of its step in the load sequence, from 1.</summary>
    private static int[] StepOfNode(ReportSource source)
    {
        var steps = new int[source.Graph.Nodes.Count];
        for (var i = 0; i < source.Sequence.Steps.Count; i++)
            foreach (var member in source.Sequence.Steps[i].Members)
                steps[member] = i + 1;
        return steps;
    }

    private static void WriteSaved(XmlWriter xml, string name, Retained saved)
    {
        WriteData(xml, $"{name}Low", Number(saved.AtLeast.Count));
        WriteData(xml, $"{name}High", Number(saved.AtMost.Count));
        WriteData(xml, $"{name}MsLow", Number(saved.AtLeast.CostMs));
        WriteData(xml, $"{name}MsHigh", Number(saved.AtMost.CostMs));
    }

    private static void WriteData(XmlWriter xml, string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(OneLine.Of(value, MaxText));
        xml.WriteEndElement();
    }

    private static string? Frames(IReadOnlyList<string> cause) => cause.Count == 0 ? null : string.Join(" < ", cause.Take(5));

    private static string Id(int node) => $"n{node}";

    private static string Boolean(bool value) => value ? "true" : "false";

    private static string Number(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
