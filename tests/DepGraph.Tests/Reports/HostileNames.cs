using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports;

/// <seealso cref="ReportSet"/>
public class HostileNames
{
    private static readonly string[] Names =
    [
        "\"><script>alert(1)</script>", "a\"]; b -> c [label=\"", "two\nlines", "two\r\nlines", "nul\0nul", "\u001b[31mred", "lone\uD800", "turned\u202Etxt",
            "..", "../../../etc/passwd", "/etc/passwd", "C:\\x",
        "ends in \\", "\\N", "\\\"", "&lt;b&gt;", "&#0;", "&", "-->", "]]>", "<b>", "%s%n", "a -> b", "node", "cluster_app", "[Microsoft.NETCore.App]",
            "legend", "", " ", "\u2028", "{rank=same}", new string('x', 65536),
    ];

    private static readonly LoadGraph Graph = GraphText.Make(
        Names.Select((name, order) =>
            GraphText.Sample(name, order, runMs: 1) with { Framework = order % 5 == 4 ? name : null, Origin = (Origin)(order % 5), Cause = [name] }),
        Enumerable.Range(1, Names.Length - 1).Select(order => new Edge((order - 1) / 2, order, Evidence.Load, [Names[order]]))
            .Append(new Edge(3, 0, Evidence.Bind, []))) with
    { App = Names[0] };

    [DotFact]
    public void Draw_as_many_nodes_and_edges_as_there_are_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var result = ReportSet.Write(Graph, folder.Path, new ReportOptions { ShowFramework = true });

        result.Warnings.ShouldBeEmpty();
        var svg =
            XDocument.Load(new StringReader(File.ReadAllText(result.Files.Single(file => file.EndsWith(".graph.svg", StringComparison.Ordinal)))
            .Replace("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"\n \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">", "")));
        int Count(string kind) => svg.Descendants().Count(element => (string?)element.Attribute("class") == kind);
        Count("node").ShouldBe(Names.Length + 1); // and the legend
        Count("edge").ShouldBe(Graph.Edges.Count);
        svg.Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
    }

    [Fact]
    public void Never_write_outside_the_folder()
    {
        foreach (var name in Names)
        {
            using var outer = new TemporaryFolder();
            var files =
                ReportSet.Write(GraphText.Parse("App -> A") with { App = name }, outer["in"], new ReportOptions { Formats = ["text", "json", "dot"] }).Files;

            outer.Files.ShouldBe(files.Select(file => Path.GetRelativePath(outer.Path, file)).Order(StringComparer.Ordinal));
            outer.Files.ShouldAllBe(file => Path.GetDirectoryName(file) == "in" && !Path.GetFileName(file).StartsWith('.'));
        }
    }

    [Fact]
    public void Take_one_line_each_in_the_load_sequence()
    {
        var lines = LoadSequenceText.Lines(Graph, LoadSequence.Of(Graph)).ToList();

        lines.ShouldAllBe(line => !line.Any(char.IsControl) && line.Length < 2000);
        lines.Count.ShouldBe(Condensation.Of(Graph).Components.Count);
    }

    [Fact]
    public void Come_back_from_json_as_they_were() =>
        GraphJsonReader.Read(GraphJsonWriter.Write(Graph), "f").Nodes.Select(node => node.Name)
            .ShouldBe(Names.Select(name => name.Replace('\uD800', '\uFFFD')));

    [Fact]
    public void Stay_inside_their_strings_in_the_apps_load_sequence()
    {
        using var json = JsonDocument.Parse(LoadSequenceJson.Write(Graph, LoadSequence.Of(Graph)));
        json.RootElement.GetProperty("timeline").GetArrayLength().ShouldBe(Names.Length);
    }

    [Fact]
    public void Cannot_make_an_answer_say_more_than_one_line_a_frame() =>
        Names.SelectMany(name => WhyText.Lines(Graph, name)).ShouldAllBe(line => !line.Any(char.IsControl) && line.Length < 500);
}
