using System.Text.Json;
using DepGraph.Graph;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Json;

/// <seealso cref="SarifWriter"/>
public class FindingsForAPullRequest
{
    private static readonly JsonSchema Official = JsonSchema.Load(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"), isClosed: true);

    [Fact]
    public void Are_what_the_official_schema_describes()
    {
        Official.Errors(Write(FullGraph.Make())).ShouldBeEmpty();
        Official.Errors(Write(GraphText.Parse("App -> A"))).ShouldBeEmpty();
        RandomGraphs.ForAllWithFrameworks(graph => !Official.Errors(Write(graph)).Any(), tests: 50);
    }

    [Theory]
    [InlineData("\"startLine\": 12", "\"startLine\": 0", "minimum")]
    [InlineData("\"level\": \"note\"", "\"level\": \"hint\"", "enum")]
    [InlineData("\"text\"", "\"words\"", "not described")]
    public void Would_fail_it_where_they_were_wrong(string right, string wrong, string error)
    {
        var sarif = Write(FullGraph.Make()).GetRawText();
        sarif.ShouldContain(right);
        Official.Errors(JsonDocument.Parse(sarif.Replace(right, wrong)).RootElement).ShouldContain(e => e.Contains(error));
    }

    [Fact]
    public void Have_the_lines_worth_telling_with_what_they_cost() => Results(Write(FullGraph.Make())).ShouldContain(
        "note DG2001 src/Shop/Program.cs:12 startup: first use of Ünïcode 𝄞 here, 2 assemblies, 53.5 ms");

    [Fact]
    public void Have_what_the_review_found_at_the_line_that_causes_it()
    {
        var graph = FullGraph.Make();
        var before = LockFile.Of(graph with { Nodes = [.. graph.Nodes.Take(4)], Edges = [], RetainedTimes = [], LineCosts = [], Initializers = [] });
        var read = GraphJsonReader.Read(GraphJsonWriter.Write(graph), "f");

        var found = Results(Write(read, new ReportOptions { Findings = Check.Findings(read, before, new Budgets(null, null)), LockFile = before }));

        found.ShouldContain(result => result.StartsWith("warning DG0101 src/Shop/Program.cs:12 ", StringComparison.Ordinal));
        found.ShouldContain("warning DG0001 : Shop crashed");
    }

    [Fact]
    public void Name_files_as_parts_of_a_uri()
    {
        var graph = GraphText.Parse("App -> A") with { LineCosts = [new LineCost(0, "a b/ü#?.cs", 3, "M", 50)] };
        Write(graph).GetRawText().ShouldContain("a%20b/%C3%BC%23%3F.cs");
    }

    private static List<string> Results(JsonElement sarif) => [.. sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result =>
        $"{result.GetProperty("level")} {result.GetProperty("ruleId")} {Place(result)}{result.GetProperty("message").GetProperty("text")}")];

    private static string Place(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out var places))
            return ": ";
        var place = places[0].GetProperty("physicalLocation");
        return $"{place.GetProperty("artifactLocation").GetProperty("uri")}:{place.GetProperty("region").GetProperty("startLine")} ";
    }

    private static JsonElement Write(LoadGraph graph, ReportOptions? options = null) =>
        JsonDocument.Parse(SarifWriter.Write(new ReportSource(graph, options ?? new ReportOptions(), default))).RootElement;
}
