using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace DepGraph.Reports.Json;

/// <summary>How all JSON files are written: indented, '\n', letters as they are, markup characters escaped so that they can stand inside a page.</summary>
internal static class JsonFormat
{
    /// <summary>Deepest nesting, of children within children too.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = MaxDepth };

    /// <summary>A file's bytes, UTF-8.</summary>
    public static byte[] Write<T>(T document, JsonTypeInfo<T> type)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            JsonSerializer.Serialize(writer, document, type);
        stream.WriteByte((byte)'\n');
        var json = stream.ToArray();
        return Environment.NewLine == "\n" ? json : Array.FindAll(json, b => b != '\r'); // within strings it is always escaped
    }

    /// <summary>The name of an enum's value in JSON: <c>timeLimit</c>.</summary>
    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
