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
/// Writes <c>App.dgml</c> for Visual Studio: all nodes and edges, with frameworks and cycles as groups that fold. In the language
/// of http://schemas.microsoft.com/vs/2009/dgml.
/// </summary>
internal static class DgmlWriter
{
    private const string Namespace = "http://schemas.microsoft.com/vs/2009/dgml";

    // Each category is a value of Origin, Evidence or a word of ours; colours are those of the other drawings.
    private static readonly (string Id, string Property, string Value)[] Styles =
    [
        .. Enum.GetValues<Origin>().Select(origin => (JsonFormat.Name(origin), "Stroke", Argb(DrawingStyle.Of(origin).Colour))),
        ("reference", "StrokeDashArray", "1 3"),
        ("bind", "StrokeDashArray", "4 2"),
        ("lookup", "StrokeDashArray", "1 1"),
        ("cycle", "Stroke", Argb(DrawingStyle.Cycle)),
    ];

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(ReportSource source)
    {
        var graph = source.Graph;
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("DirectedGraph", Namespace);
            xml.WriteAttributeString("Title", OneLine.Of($"{graph.App}: {graph.Nodes.Count} assemblies at startup"));
            xml.WriteAttributeString("GraphDirection", "LeftToRight");
            var groups = GroupsOf(graph, source.Condensation);
            WriteNodes(xml, graph, groups, source.Retained);
            WriteLinks(xml, graph, groups, source.Retained);
            WriteCategories(xml);
            WriteProperties(xml);
            WriteStyles(xml);
            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>By node the group that holds it: its cycle, else its shared framework, else none.</summary>
    private static string?[] GroupsOf(LoadGraph graph, Condensation condensation) => graph.Nodes.Select(node =>
    {
        var component = condensation.Components[condensation.ComponentOf(node.Order)];
        return component.Members.Count > 1 ? $"cycle: {component.Name}" : node.Framework is { } framework ? $"framework: {framework}" : null;
    }).ToArray();

    private static void WriteNodes(XmlWriter xml, LoadGraph graph, string?[] groups, RetainedCost retained)
    {
        xml.WriteStartElement("Nodes", Namespace);
        foreach (var group in groups.OfType<string>().Distinct())
            WriteElement(xml, "Node", ("Id", group), ("Label", group), ("Group", "Collapsed"),
                ("Category", group.StartsWith("cycle", StringComparison.Ordinal) ? "cycle" : "framework"));
        foreach (var node in graph.Nodes)
        {
            WriteElement(xml, "Node",
                ("Id", Id(node)), ("Label", node.Id), ("Category", JsonFormat.Name(node.Origin)), ("Version", node.Version), ("Order", Number(node.Order + 1)),
                ("AtMs", Number(node.AtMs)), ("CostMs", Number(node.CostMs)), ("WaitsMs", WaitsOf(node)),
                    ("RetainedAtLeast", Number(retained.OfNode(node.Order).AtLeast.Count)),
                ("RetainedAtMost", Number(retained.OfNode(node.Order).AtMost.Count)),
                ("RetainedMsAtLeast", Number(retained.OfNode(node.Order).AtLeast.CostMs)),
                ("RetainedMsAtMost", Number(retained.OfNode(node.Order).AtMost.CostMs)),
                    ("Cause", node.Cause.Count == 0 ? null : string.Join(" < ", node.Cause.Take(5))));
        }

        xml.WriteEndElement();

        string? WaitsOf(Node node) => graph.Run.Waits.Where(wait => wait.Node == node.Order).Sum(wait => wait.Ms) is > 0 and var ms ? Number(ms) : null;
    }

    private static void WriteLinks(XmlWriter xml, LoadGraph graph, string?[] groups, RetainedCost retained)
    {
        xml.WriteStartElement("Links", Namespace);
        for (var i = 0; i < groups.Length; i++)
            if (groups[i] is { } group)
                WriteElement(xml, "Link", ("Source", group), ("Target", Id(graph.Nodes[i])), ("Category", "Contains"));
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var (edge, saved) = (graph.Edges[i], retained.OfEdge(i));
            WriteElement(xml, "Link", ("Source", Id(graph.Nodes[edge.From])), ("Target", Id(graph.Nodes[edge.To])),
                ("Category", JsonFormat.Name(edge.Evidence)),
                ("RetainedAtLeast", saved.IsMoreThanNothing ? Number(saved.AtLeast.Count) : null),
                ("RetainedAtMost", saved.IsMoreThanNothing ? Number(saved.AtMost.Count) : null),
                ("RetainedMsAtLeast", saved.IsMoreThanNothing ? Number(saved.AtLeast.CostMs) : null),
                ("RetainedMsAtMost", saved.IsMoreThanNothing ? Number(saved.AtMost.CostMs) : null));
        }

        xml.WriteEndElement();
    }

    private static void WriteCategories(XmlWriter xml)
    {
        xml.WriteStartElement("Categories", Namespace);
        foreach (var id in Styles.Select(style => style.Id).Union(Enum.GetValues<Evidence>().Select(JsonFormat.Name)))
            WriteElement(xml, "Category", ("Id", id), ("Label", id));
        WriteElement(xml, "Category", ("Id", "Contains"), ("Label", "Contains"), ("IsContainment", "True"));
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml)
    {
        xml.WriteStartElement("Properties", Namespace);
        foreach (var (id, label, type) in new[]
        {
            ("Version", "Version", "System.String"), ("Order", "Load order", "System.Int32"), ("AtMs", "Loaded at (ms)", "System.Double"),
                ("CostMs", "Cost (ms)", "System.Double"),
            ("WaitsMs", "Waits, beside its cost (ms)", "System.Double"),
            ("RetainedAtLeast", "Retained assemblies, at least", "System.Int32"),
            ("RetainedAtMost", "Retained assemblies, at most", "System.Int32"),
            ("RetainedMsAtLeast", "Retained time, at least (ms)", "System.Double"), ("RetainedMsAtMost", "Retained time, at most (ms)", "System.Double"),
            ("Cause", "Loaded by", "System.String"),
        })
            WriteElement(xml, "Property", ("Id", id), ("Label", label), ("DataType", type));
        xml.WriteEndElement();
    }

    private static void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("Styles", Namespace);
        foreach (var (id, property, value) in Styles)
        {
            xml.WriteStartElement("Style", Namespace);
            xml.WriteAttributeString("TargetType", property == "Stroke" ? "Node" : "Link");
            xml.WriteAttributeString("GroupLabel", id);
            xml.WriteAttributeString("ValueLabel", id);
            WriteElement(xml, "Condition", ("Expression", $"HasCategory('{id}')"));
            WriteElement(xml, "Setter", ("Property", property), ("Value", value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, params (string Name, string? Value)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
            if (value is not null)
                xml.WriteAttributeString(attribute, OneLine.Of(value));
        xml.WriteEndElement();
    }

    // Short and unique whatever the name: cut names may be equal, and groups have ids of their own.
    private static string Id(Node node) => $"{node.Order}";

    private static string Argb(string colour) => $"#ff{colour[1..]}";

    private static string Number(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
