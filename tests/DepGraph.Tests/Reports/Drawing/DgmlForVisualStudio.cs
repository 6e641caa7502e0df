using System.Xml.Linq;
using System.Xml.Schema;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Drawing;

/// <seealso cref="DgmlWriter"/>
public class DgmlForVisualStudio
{
    private static readonly XNamespace Dgml = "http://schemas.microsoft.com/vs/2009/dgml";

    [Fact]
    public void Keeps_to_the_schema_also_with_everything_in_it_and_hostile_names()
    {
        Valid(FullGraph.Make());
        Valid(GraphText.Parse("App"));
        Valid(GraphText.Make(
            [GraphText.Sample("\"><script>alert(1)</script>", 0), GraphText.Sample("a\u0000\u0008\uD800\uFFFE", 1),
                GraphText.Sample("framework: x", 2) with { Framework = "x" }],
            [new Edge(0, 1, Evidence.Load, []), new Edge(1, 0, Evidence.Bind, []), new Edge(0, 2, Evidence.Load, [])]));
    }

    [Fact]
    public void Holds_every_node_and_edge_and_groups_frameworks_and_cycles()
    {
        var graph = GraphText.Parse("App -> Plugin", "Plugin -> App bind", "App -> System.Linq");
        graph = graph with
        {
            Nodes =
            graph.Nodes.Select(node =>
            node.Name == "System.Linq" ? node with { Framework = "Microsoft.NETCore.App", Origin = Origin.Framework } : node).ToList()
        };
        var document = Read(graph);
        document.Descendants(Dgml + "Node").Select(node => (string)node.Attribute("Label")!)
            .ShouldBe(["cycle: App", "framework: Microsoft.NETCore.App", "App", "Plugin", "System.Linq"]);
        document.Descendants(Dgml + "Link").Count(link => (string)link.Attribute("Category")! == "Contains").ShouldBe(3);
        document.Descendants(Dgml + "Link").Count(link => (string)link.Attribute("Category")! == "load").ShouldBe(2);
    }

    private static void Valid(LoadGraph graph)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(XmlSchema.Read(typeof(DgmlForVisualStudio).Assembly.GetManifestResourceStream("dgml.xsd")!, null)!);
        var problems = new List<string>();
        Read(graph).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        problems.ShouldBeEmpty();
    }

    private static XDocument Read(LoadGraph graph) => XDocument.Load(new MemoryStream(DgmlWriter.Write(new ReportSource(graph, new ReportOptions(), default))));
}
