using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using System.Xml.Schema;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Drawing;

/// <seealso cref="GraphMlWriter"/>
public class GraphMlForGraphTools
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";

    private static readonly LoadGraph Hostile = GraphText.Make(
        new[] { "\"><script>alert(1)</script>", "a\u0000\u0008\uD800\uFFFE]]>", "", " n0 " }.Select((name, order) => GraphText.Sample(name, order)),
        [
            new Edge(0, 1, Evidence.Load, ["a < b & \"c\""]), new Edge(1, 0, Evidence.Bind, []), new Edge(0, 2, Evidence.Load, []),
            new Edge(3, 3, Evidence.Lookup, []),
        ]);

    [Fact]
    public void Keeps_to_the_schema_also_with_everything_in_it_nothing_in_it_and_hostile_names()
    {
        Valid(FullGraph.Make());
        Valid(GraphText.Make([], [], root: -1));
        Valid(Hostile);
    }

    [Fact]
    public void Says_of_each_node_and_edge_what_its_key_is_for_in_its_type()
    {
        var document = Read(FullGraph.Make());
        var keys = document.Descendants(GraphMl + "key").ToDictionary(key => (string)key.Attribute("id")!);

        keys.ShouldAllBe(key => key.Key == (string)key.Value.Attribute("attr.name")!);
        foreach (var data in document.Descendants(GraphMl + "data"))
        {
            var key = keys[(string)data.Attribute("key")!];
            ((string)key.Attribute("for")!).ShouldBe(data.Parent!.Name.LocalName);
            IsOf((string)key.Attribute("attr.type")!, data.Value).ShouldBeTrue(data.ToString());
        }

        static bool IsOf(string type, string value) => type switch
        {
            "int" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "double" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "boolean" => value is "true" or "false",
            _ => true,
        };
    }

    [PythonFact]
    public void NetworkX_and_igraph_read_the_same_graph_with_its_types()
    {
        var graph = GraphText.Parse("App -> Plugin", "Plugin -> App bind", "App -> Lib", "Lib -> App lookup");
        graph = graph with { Nodes = [.. graph.Nodes.Select(node => node with { RunMs = node.Order + 0.5, IsFacade = node.Order == 2, Version = "1.0.0.0" })] };

        foreach (var read in ReadByOthers(graph))
        {
            read.Nodes.Select(node => $"{node.Label} {node.Order} {node.CostMs} {node.Facade} {node.Cycle}")
                .ShouldBe(["App 1 0.5 False App", "Plugin 2 1.5 False App", "Lib 3 2.5 True "]);
            read.Edges.Select(edge => $"{edge.From} -> {edge.To} {edge.Evidence} {edge.ClosesCycle}")
                .ShouldBe(["0 -> 1 load True", "0 -> 2 load False", "1 -> 0 bind True", "2 -> 0 lookup False"]);
        }
    }

    [PythonFact]
    public void They_read_hostile_names_an_empty_graph_and_five_thousand_nodes()
    {
        foreach (var read in ReadByOthers(Hostile))
        {
            read.Nodes.Select(node => node.Label).ShouldBe(["\"><script>alert(1)</script>", "a\uFFFD\uFFFD\uFFFD\uFFFD]]>", "", " n0 "]);
            read.Edges.Count.ShouldBe(4);
        }

        foreach (var read in ReadByOthers(GraphText.Make([], [], root: -1)))
            read.Nodes.Concat<object>(read.Edges).ShouldBeEmpty();

        const int Count = 5_000;
        var large = GraphText.Make(
            Enumerable.Range(0, Count).Select(order => GraphText.Sample($"N{order}", order)),
            Enumerable.Range(1, Count - 1).SelectMany(node => new[] { node / 2, node / 3 }.Distinct().Select(from => new Edge(from, node, Evidence.Load, []))));
        foreach (var read in ReadByOthers(large))
            (read.Nodes.Count, read.Edges.Count).ShouldBe((Count, large.Edges.Count));
    }

    private static List<OthersGraph> ReadByOthers(LoadGraph graph)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.graphml"], Bytes(graph));
        var script = Repository.PathOf("tests", "DepGraph.Tests", "Reports", "Drawing", "graphml-readers.py");
        var read = ProgramRun.ToEnd(PythonFactAttribute.Python, [script, folder["a.graphml"]]).ShouldSucceed();
        read.Errors.ShouldBeEmpty();
        return JsonSerializer.Deserialize<List<OthersGraph>>(read.Output, JsonSerializerOptions.Web)!;
    }

    private static void Valid(LoadGraph graph)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(XmlSchema.Read(typeof(GraphMlForGraphTools).Assembly.GetManifestResourceStream("graphml.xsd")!, null)!);
        var problems = new List<string>();
        Read(graph).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        problems.ShouldBeEmpty();
    }

    private static XDocument Read(LoadGraph graph) => XDocument.Load(new MemoryStream(Bytes(graph)));

    private static byte[] Bytes(LoadGraph graph) => GraphMlWriter.Write(new ReportSource(graph, new ReportOptions(), default));

    private sealed record OthersGraph(IReadOnlyList<OthersNode> Nodes, IReadOnlyList<OthersEdge> Edges);

    private sealed record OthersNode(string Label, int Order, double CostMs, bool Facade, string Cycle);

    private sealed record OthersEdge(int From, int To, string Evidence, bool ClosesCycle);
}
