using System.Text.Json;

namespace DepGraph.Page.Tests.Support;

/// <summary>JSON Schema draft-07 as far as the schema of speedscope uses it; an unknown keyword is an error, not a pass.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    public IEnumerable<string> Violations(JsonElement value) => Violations(root, value, "$");

    private IEnumerable<string> Violations(JsonElement schema, JsonElement value, string at)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var found = keyword.Name switch
            {
                "$schema" or "title" or "definitions" => [],
                "$ref" => Violations(root.GetProperty("definitions").GetProperty(keyword.Value.GetString()!.Replace("#/definitions/", "")), value, at),
                "type" => Is(value, keyword.Value.GetString()!) ? [] : [$"{at} is no {keyword.Value}"],
                "const" => value.ValueKind == JsonValueKind.String && value.GetString() == keyword.Value.GetString() ? [] : [$"{at} is not {keyword.Value}"],
                "enum" => keyword.Value.EnumerateArray().Any(one => one.GetString() == value.GetString()) ? [] : [$"{at} is none of {keyword.Value}"],
                "required" => keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at} has no {name}"),
                "properties" => keyword.Value.EnumerateObject().SelectMany(property => value.TryGetProperty(property.Name, out var inner) ? Violations(property.Value, inner, $"{at}.{property.Name}") : []),
                "items" => value.EnumerateArray().SelectMany((item, i) => Violations(keyword.Value, item, $"{at}[{i}]")),
                "anyOf" => keyword.Value.EnumerateArray().Any(one => !Violations(one, value, at).Any()) ? [] : [$"{at} is none of the allowed"],
                _ => throw new NotSupportedException(keyword.Name),
            };
            var violations = found.ToList();
            foreach (var violation in violations) yield return violation;
            if (keyword.Name == "type" && violations.Count > 0) yield break;
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new NotSupportedException(type),
    };
}
