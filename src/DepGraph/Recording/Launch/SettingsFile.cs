using System.Text.Json;

namespace DepGraph.Recording.Launch;

/// <summary>A JSON file of the app's, read as .NET's configuration reads it: with comments, trailing commas and a byte order mark.</summary>
internal static class SettingsFile
{
    /// <summary>What .NET's configuration, and Visual Studio for its launch settings, let pass.</summary>
    public static readonly JsonDocumentOptions AsPeopleWrite = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The file, or null when it is not there or no JSON object: the app itself will say what is wrong with it.</summary>
    public static JsonDocument? Parse(string path)
    {
        try
        {
            var document = File.Exists(path) ? JsonDocument.Parse(File.ReadAllText(path), AsPeopleWrite) : null;
            return document?.RootElement.ValueKind == JsonValueKind.Object ? document : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Its values under flat keys, <c>Kestrel:Endpoints:Http:Url</c>, in the file's order; a key may also be written so in the file.</summary>
    public static IEnumerable<(string Key, string Value)> Values(string path)
    {
        using var json = Parse(path);
        return json is null ? [] : Flatten("", json.RootElement).ToList();
    }

    private static IEnumerable<(string Key, string Value)> Flatten(string key, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Flatten(key.Length == 0 ? member.Name : $"{key}:{member.Name}", member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Flatten($"{key}:{i}", item)),
        _ => [(key, element.ToString())],
    };
}
