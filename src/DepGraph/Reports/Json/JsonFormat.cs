using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DepGraph.Reports.Json;

/// <summary>How all JSON of DepGraph is written: indented, '\n', letters as they are, markup characters escaped so that it can stand inside a page.</summary>
internal static class JsonFormat
{
    /// <summary>Deepest nesting, of children within children too.</summary>
    public const int MaxDepth = 512;

    public static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = MaxDepth }))
        {
            content(writer);
        }

        stream.WriteByte((byte)'\n');
        var json = stream.ToArray();
        return Environment.NewLine == "\n" ? json : Array.FindAll(json, b => b != '\r'); // within strings it is always escaped
    }

    /// <summary>The name of an enum's value in JSON: <c>timeLimit</c>.</summary>
    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> items) =>
        json.WriteList(name, items, json.WriteStringValue);

    /// <summary>Writes a property, or nothing where there is no value.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    /// <inheritdoc cref="WriteOptional(Utf8JsonWriter, string, string?)"/>
    public static void WriteOptional(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is not null) json.WriteNumber(name, value.Value);
    }
}
