using System.Text.Json;

namespace DepGraph.Loading.Tests;

public class ReadingJson
{
    private static readonly string[] Texts =
    [
        "", " ", "null", "nul", "nulll", "true", "false", "True", "0", "-0", "01", "-", "-1", "+1", "1.", ".5", "1.5", "1e5", "1E+5", "1e-5", "1e", "1e+",
        "0x1", "1_000", "NaN", "Infinity", "\"\"", "\"a\"", "\"a", "a\"", "'a'", "\"\\n\\t\\r\\b\\f\\/\\\\\\\"\"", "\"\\x41\"", "\"\\u0041\"", "\"\\u004\"",
        "\"\\u00zz\"", "\"\\u+041\"", "\"\n\"", "\"\t\"", "\"ä€\"", "[]", "[ ]", "[1]", "[1,]", "[,1]", "[1 2]", "[1,2]", "[1,2", "1]",
            "[[],[[]]]", "{}", "{ }",
        "{\"a\":1}", "{\"a\" : 1 }", "{\"a\":}", "{\"a\"}", "{a:1}", "{\"a\":1,}", "{,}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":[{}]}", "{\"a\":1}}",
        "{} {}", "//x\n1", "/**/1", "\uFEFF1", "[1]\0", "\0", " [ 1 , 2 ] \r\n\t", "\u00A01", "\"\\", "\"\\u", "[\"a\\\"]",
    ];

    public static TheoryData<string> All => new(Texts);

    [Theory]
    [MemberData(nameof(All))]
    public void Accepts_and_refuses_what_System_Text_Json_does(string text)
    {
        string? expected;
        try
        {
            using var document = JsonDocument.Parse(text);
            expected = JsonSerializer.Serialize(document.RootElement);
        }
        catch (JsonException)
        {
            expected = null;
        }

        string? actual;
        try
        {
            actual = JsonSerializer.Serialize(JsonReader.Parse(text));
        }
        catch (FormatException)
        {
            actual = null;
        }

        Normal(actual).ShouldBe(Normal(expected));
    }

    // 1e5 and 100000 are the same number.
    private static string? Normal(string? json) =>
        json != null && double.TryParse(json, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number.ToString("R") : json;
}
