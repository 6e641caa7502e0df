using System.Text.Json;
using DepGraph.Text;

namespace DepGraph.Reports.Json;

/// <summary>
/// A place in a JSON file that may lie. Each read either gives what was asked for or one clear <see cref="Codes.InvalidInput"/> that names the place.
/// </summary>
/// <param name="FileName">Name of the file, for the message.</param>
/// <param name="Place">For example <c>nodes[3].order</c>.</param>
/// <param name="Value">What stands there.</param>
internal readonly record struct JsonInput(string FileName, string Place, JsonElement Value)
{
    /// <summary>Parses a whole file and hands its root to <paramref name="read"/>.</summary>
    public static T Read<T>(string file, ReadOnlyMemory<byte> json, Func<JsonInput, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonFormat.MaxDepth });
            return read(new JsonInput(file, "", document.RootElement));
        }
        catch (JsonException e)
        {
            throw Damaged(file, $"is not JSON (line {e.LineNumber + 1})", e);
        }
    }

    public JsonInput Require(string name) => Optional(name) ?? throw Wrong($"has no \"{name}\"");

    public JsonInput? Optional(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
            throw Wrong("must be an object");
        try
        {
            return Value.TryGetProperty(name, out var value) ? new JsonInput(FileName, Place.Length == 0 ? name : $"{Place}.{name}", value) : null;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("must have names of whole Unicode characters");
        }
    }

    public T[] Array<T>(Func<JsonInput, T> read) => Array((item, _) => read(item));

    /// <param name="read">Gets each item and its index.</param>
    public T[] Array<T>(Func<JsonInput, int, T> read)
    {
        if (Value.ValueKind != JsonValueKind.Array)
            throw Wrong("must be an array");
        var items = new T[Value.GetArrayLength()];
        var index = 0;
        foreach (var item in Value.EnumerateArray())
        {
            items[index] = read(new JsonInput(FileName, $"{Place}[{index}]", item), index);
            index++;
        }

        return items;
    }

    /// <summary>An object whose names are data, in ordinal order.</summary>
    public SortedDictionary<string, T> Map<T>(Func<JsonInput, T> read)
    {
        if (Value.ValueKind != JsonValueKind.Object)
            throw Wrong("must be an object");
        var items = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var property in Value.EnumerateObject())
        {
            var name = NameOf(property);
            items[name] = read(new JsonInput(FileName, $"{Place}.{name}", property.Value));
        }

        return items;
    }

    public string String()
    {
        if (Value.ValueKind != JsonValueKind.String)
            throw Wrong("must be a string");
        try
        {
            return Value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("must be text of whole Unicode characters");
        }
    }

    public string[] Strings() => Array(item => item.String());

    public bool Bool() => Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : throw Wrong("must be true or false");

    public int Int(int min = 0, int max = int.MaxValue) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Wrong($"must be a whole number from {min} to {max}");

    public long Long() =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt64(out var number) && number >= 0 ? number : throw Wrong("must be a whole number from 0");

    /// <summary>A time in ms. Negative ones are let through: what the events do not explain can come out below 0.</summary>
    public double Ms() =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out var number) && Math.Abs(number) <= 1e12
            ? number
            : throw Wrong("must be a number of milliseconds");

    public T Enum<T>() where T : struct, Enum
    {
        var text = String();
        foreach (var value in System.Enum.GetValues<T>())
        {
            if (JsonFormat.Name(value) == text)
                return value;
        }

        throw Wrong($"must be one of {string.Join(", ", System.Enum.GetValues<T>().Select(JsonFormat.Name))}");
    }

    private string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("must have names of whole Unicode characters");
        }
    }

    public DepGraphException Wrong(string what) => Damaged(FileName, Place.Length == 0 ? what : $"{Place} {what}");

    private static DepGraphException Damaged(string file, string what, Exception? cause = null) =>
        new(Codes.InvalidInput,
            $"{OneLine.Of(file)}: {OneLine.Of(what)}. The file is damaged or was not written by this version of depgraph: record again.", cause);
}
