using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports.Json;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Json;

/// <seealso cref="GraphJsonWriter"/>
public class TheSchemas
{
    private static readonly JsonSchema Graphs = JsonSchema.Load(Repository.PathOf("docs", "depgraph.schema.json"), isClosed: true);

    private static readonly JsonSchema Sequences = JsonSchema.Load(Repository.PathOf("docs", "loadsequence.schema.json"), isClosed: true);

    [Fact]
    public void Describe_everything_in_a_graph_file() => Graphs.Errors(Parse(GraphJsonWriter.Write(FullGraph.Make()))).ShouldBeEmpty();

    [Fact]
    public void Hold_for_graphs_of_every_shape() =>
        RandomGraphs.ForAllWithFrameworks(graph => !Graphs.Errors(Parse(GraphJsonWriter.Write(graph))).Any(), tests: 100);

    [Fact]
    public void Describe_everything_in_the_apps_load_sequence()
    {
        var graph = FullGraph.Make();
        Sequences.Errors(Parse(LoadSequenceJson.Write(graph, LoadSequence.Of(graph)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"origin\": \"elsewhere\"", "\"origin\": \"other\"", "$.nodes[3].origin: enum")]
    [InlineData("\"order\": 3", "\"order\": -3", "$.nodes[3].order: minimum")]
    [InlineData("\"atMs\": 40.125", "\"atMs\": \"40\"", "$.nodes[1].atMs: type")]
    [InlineData("\"isFacade\": true,", "", "$.nodes[0]: required")]
    [InlineData("\"isFacade\": true,", "\"isFacade\": true, \"extra\": 1,", "$.nodes[0].extra is not described")]
    public void Tell_a_wrong_file_from_a_right_one(string right, string wrong, string error)
    {
        var json = System.Text.Encoding.UTF8.GetString(GraphJsonWriter.Write(FullGraph.Make()));
        Graphs.Errors(Parse(System.Text.Encoding.UTF8.GetBytes(json.Replace(right, wrong)))).ShouldContain(e => e.StartsWith(error, StringComparison.Ordinal));
    }

    [Fact]
    public void Name_the_same_values_as_the_model()
    {
        Values("node", "origin").ShouldBe(Names<Origin>());
        Values("edge", "evidence").ShouldBe(Names<Evidence>());
        Values("run", "outcome").ShouldBe(Names<RunOutcome>());
    }

    private static IEnumerable<string> Values(string type, string property) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "depgraph.schema.json"))).RootElement
            .GetProperty("$defs").GetProperty(type).GetProperty("properties").GetProperty(property).GetProperty("enum").EnumerateArray()
                .Select(value => value.GetString()!);

    private static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetValues<T>().Select(JsonFormat.Name);

    private static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;
}
