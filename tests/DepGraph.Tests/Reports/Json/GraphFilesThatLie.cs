using System.Text;
using DepGraph.Files;
using DepGraph.Reports.Json;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Json;

/// <seealso cref="GraphJsonReader"/>
public class GraphFilesThatLie
{
    private static readonly string Whole = Encoding.UTF8.GetString(GraphJsonWriter.Write(FullGraph.Make()));

    [Theory]
    [InlineData("\"order\": 1,", "\"order\": 7,", "nodes[1].order must be a whole number from 1 to 1")]
    [InlineData("\"order\": 1,", "\"order\": \"1\",", "nodes[1].order must be")]
    [InlineData("\"id\": \"Shop\",", "\"id\": \"Stray\",", "\"Stray\" twice")]
    [InlineData("\"from\": \"Shop\",", "\"from\": \"Nobody\",", "edges[0].from names \"Nobody\"")]
    [InlineData("\"root\": \"Shop\",", "\"root\": \"Nobody\",", "root names \"Nobody\"")]
    [InlineData("\"to\": \"System.Private.CoreLib\",", "\"to\": \"Plugin@own\",", "edges[3] is there twice")]
    [InlineData("\"evidence\": \"load\",", "\"evidence\": \"guess\",", "must be one of load, bind, reference")]
    [InlineData("\"atMs\": 40.125,", "\"atMs\": 1e999,", "nodes[1].atMs must be a number of milliseconds")]
    [InlineData("\"isPartial\": true,", "\"isPartial\": 1,", "run.isPartial must be true or false")]
    [InlineData("\"app\": \"Shop\",", "", "has no \"app\"")]
    [InlineData("\"app\": \"Shop\",", "\"app\": \"\\uD800\",", "app must be text of whole Unicode characters")]
    [InlineData("\"app\": \"Shop\",", "\"\\uD800p\": \"Shop\",", "")]
    [InlineData("\"version\": 1,", "\"version\": 2,", "version must be 1")]
    [InlineData("\"format\": \"depgraph\",", "\"format\": \"other\",", "is not a load graph")]
    [InlineData("\"nodes\": [", "\"nodes\": 3, \"_\": [", "nodes must be an array")]
    public void Are_refused_with_the_place_of_the_lie(string truth, string lie, string message)
    {
        var at = Whole.IndexOf(truth, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        Refusal(string.Concat(Whole.AsSpan(0, at), lie, Whole.AsSpan(at + truth.Length))).ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("\0\0\0")]
    public void Are_refused_when_they_are_something_else(string json) => Refusal(json);

    [Fact]
    public void Are_refused_when_they_nest_without_end() => Refusal(string.Concat(Enumerable.Repeat("{\"children\":[", 100_000)));

    [Fact]
    public void Are_refused_on_one_line_of_bearable_length() =>
        Refusal(Whole.Replace("\"evidence\": \"load\"", $"\"evidence\": \"load\", \"from\": \"{new string('x', 65536)}\\n\"")).Length.ShouldBeLessThan(600);

    [Fact]
    public void Are_refused_wherever_they_were_cut_off()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole.TrimEnd());
        for (var length = 0; length < bytes.Length; length += 7)
            Refusal(bytes.AsMemory(0, length));
    }

    [Fact]
    public void Are_refused_when_they_are_not_there() =>
        Should.Throw<DepGraphException>(() => GraphJsonReader.ReadFile("/no/such/file")).Code.ShouldBe(Codes.InvalidInput);

    [UnixFact]
    public void Are_refused_when_they_have_no_end() =>
        Should.Throw<DepGraphException>(() => InputFile.Read("/dev/zero", (_, _) => 0, maxLength: 1 << 20)).Message.ShouldContain("/dev/zero is too long");

    private static string Refusal(string json) => Refusal(Encoding.UTF8.GetBytes(json));

    private static string Refusal(ReadOnlyMemory<byte> json)
    {
        var refusal = Should.Throw<DepGraphException>(() => GraphJsonReader.Read(json, "Shop.depgraph.json"));
        refusal.Code.ShouldBe(Codes.InvalidInput);
        refusal.Message.ShouldStartWith("Shop.depgraph.json: ");
        refusal.Message.ShouldNotContain('\n');
        return refusal.Message;
    }
}
