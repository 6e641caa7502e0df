using System.Text.Json;
using System.Text.RegularExpressions;

namespace DepGraph.Testing;

/// <summary>The part of JSON Schema our schemas and speedscope's use; an unknown keyword is an error, not a pass.</summary>
/// <param name="root">The schema.</param>
/// <param name="isClosed">
/// Also wants each property to be described, which a schema for readers does not say: those must pass over what a later version adds.
/// </param>
public sealed class JsonSchema(JsonElement root, bool isClosed)
{
    private static readonly string[] Known = ["$schema", "$defs", "definitions", "$ref", "title", "description", "properties", "items",
        "additionalProperties", "default", "format"];

    public static JsonSchema Load(string file, bool isClosed) => new(JsonDocument.Parse(File.ReadAllText(file)).RootElement, isClosed);

    /// <summary>What is wrong, each with its place; empty when the value is valid.</summary>
    public IEnumerable<string> Errors(JsonElement value) => Errors(root, value, "$");

    private IEnumerable<string> Errors(JsonElement schema, JsonElement value, string at)
    {
        var parts = WithReferences(schema).ToList();
        return parts.SelectMany(part => Shallow(part, value, at)).Concat(value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Property(parts, property, at)),
            JsonValueKind.Array =>
                value.EnumerateArray()
                .SelectMany((item, i) => parts.SelectMany(part => part.TryGetProperty("items", out var items) ? Errors(items, item, $"{at}[{i}]") : [])),
            _ => [],
        });
    }

    private IEnumerable<string> Property(List<JsonElement> parts, JsonProperty property, string at)
    {
        var described = parts.Where(part => part.TryGetProperty("properties", out var all) && all.TryGetProperty(property.Name, out _)).ToList();
        return described.Count == 0 && isClosed
            ? [$"{at}.{property.Name} is not described"]
            : described.SelectMany(part => Errors(part.GetProperty("properties").GetProperty(property.Name), property.Value, $"{at}.{property.Name}"));
    }

    private IEnumerable<string> Shallow(JsonElement schema, JsonElement value, string at)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var expected = keyword.Value;
            var holds = keyword.Name switch
            {
                "type" => Is(expected.GetString()!, value),
                "required" => value.ValueKind != JsonValueKind.Object || expected.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "enum" => expected.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)),
                "const" => JsonElement.DeepEquals(expected, value),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= expected.GetDouble(),
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= expected.GetDouble(),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, expected.GetString()!),
                "uniqueItems" => value.ValueKind != JsonValueKind.Array
                    || value.EnumerateArray().DistinctBy(item => item.GetRawText()).Count() == value.GetArrayLength(),
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= expected.GetInt32(),
                "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= expected.GetInt32(),
                "anyOf" => expected.EnumerateArray().Any(option => Holds(option, value, at)),
                "oneOf" => expected.EnumerateArray().Count(option => Holds(option, value, at)) == 1,
                _ => Known.Contains(keyword.Name) ? true : throw new NotSupportedException($"The schema uses {keyword.Name}."),
            };
            if (!holds)
                yield return $"{at}: {keyword.Name} {expected.GetRawText()}";
        }
    }

    /// <summary>One of several shapes: it describes what makes them differ, not all there is.</summary>
    private bool Holds(JsonElement option, JsonElement value, string at) => !new JsonSchema(root, isClosed: false).Errors(option, value, at).Any();

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"The schema uses type {type}."),
    };

    private IEnumerable<JsonElement> WithReferences(JsonElement schema)
    {
        yield return schema;
        if (!schema.TryGetProperty("$ref", out var reference))
            yield break;
        var target = reference.GetString()!.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));
        foreach (var part in WithReferences(target))
            yield return part;
    }
}
