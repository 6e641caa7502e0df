using System.Text;
using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports.Json;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Json;

/// <seealso cref="GraphJsonWriter"/>
public class TheGraphAsJson
{
    [Fact]
    public void Is_read_back_exactly() =>
        EverythingIn(GraphJsonReader.Read(GraphJsonWriter.Write(FullGraph.Make()), "f")).ShouldBe(EverythingIn(FullGraph.Make()));

    [Fact]
    public void Is_the_same_bytes_when_written_again() => RandomGraphs.ForAll(graph =>
    {
        var json = GraphJsonWriter.Write(graph);
        return GraphJsonWriter.Write(GraphJsonReader.Read(json, "f")).SequenceEqual(json);
    }, tests: 300);

    [Fact]
    public void Holds_components_and_sequence_for_readers_that_do_not_compute()
    {
        using var json = JsonDocument.Parse(GraphJsonWriter.Write(GraphText.Parse("Host -> Json", "Host -> Plugin", "Plugin -> Host")));

        var step = json.RootElement.GetProperty("sequence")[1];
        step.GetProperty("name").GetString().ShouldBe("Host");
        step.GetProperty("members").EnumerateArray().Select(m => m.GetString()).ShouldBe(["Host", "Plugin"]);
        step.GetProperty("costMs").GetDouble().ShouldBe(2);
        json.RootElement.GetProperty("costUnit").GetString().ShouldBe("members");
        json.RootElement.GetProperty("components")[0].GetProperty("members").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void Holds_children_of_children_as_deep_as_it_is_read()
    {
        var graph = GraphText.Parse("App -> A");
        for (var depth = 0; depth < 200; depth++)
            graph = graph with { Children = [graph] };

        EverythingAt(200, GraphJsonReader.Read(GraphJsonWriter.Write(graph), "f")).ShouldBe(EverythingIn(GraphText.Parse("App -> A")));

        static string EverythingAt(int depth, LoadGraph graph) => depth == 0 ? EverythingIn(graph) : EverythingAt(depth - 1, graph.Children.Single());
    }

    [Fact]
    public void Can_stand_inside_a_page() =>
        Encoding.UTF8.GetString(GraphJsonWriter.Write(GraphText.Parse("App -> </script><b>&'"))).IndexOfAny(['<', '>', '&', '\'']).ShouldBe(-1);

    [Fact]
    public void Has_the_same_line_ends_everywhere() => GraphJsonWriter.Write(FullGraph.Make()).ShouldNotContain((byte)'\r');

    [Fact]
    public void Shows_a_character_that_is_none_as_unknown() =>
        GraphJsonReader.Read(GraphJsonWriter.Write(GraphText.Parse("App\uD800")), "f").App.ShouldBe("App\uFFFD");

    // Every property of the model, by reflection: a new one that the file forgets shows here.
    private static string EverythingIn(LoadGraph graph) => JsonSerializer.Serialize(graph);
}
