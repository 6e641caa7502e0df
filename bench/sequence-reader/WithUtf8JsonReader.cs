using System.Text.Json;

namespace DepGraph.Bench.SequenceReader;

/// <summary>The same objects by the reader of .NET 8, which is not in .NET Standard 2.0.</summary>
internal static class WithUtf8JsonReader
{
    public static object? Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
        reader.Read();
        var value = Value(ref reader);
        return reader.Read() ? throw new FormatException() : value;
    }

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    private static Dictionary<string, object?> Object(ref Utf8JsonReader reader)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            reader.Read();
            fields.Add(name, Value(ref reader));
        }

        return fields;
    }

    private static List<object?> Array(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader));
        return items;
    }

    private static string Text(ref Utf8JsonReader reader) => reader.GetString() is { Length: <= 1024 } text ? text : throw new FormatException();
}
