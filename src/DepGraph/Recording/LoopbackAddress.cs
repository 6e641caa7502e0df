using System.Text.Json;

namespace DepGraph.Recording;

/// <summary>
/// Makes a web app listen on a free loopback port of its own. Configuration is asked for in the order Kestrel asks: its endpoints, then the addresses, then
/// the ports; so each is overridden where it is used. Endpoints made in code cannot be moved from outside.
/// </summary>
internal static class LoopbackAddress
{
    private const string FreePort = "http://127.0.0.1:0";

    /// <summary>The variables to set, or none when the app is not an ASP.NET Core app.</summary>
    public static IEnumerable<(string Name, string? Value)> Variables(RunOptions options, IDictionary<string, string?> environment)
    {
        var app = options.Command.Take(3).FirstOrDefault(a => File.Exists(Path.ChangeExtension(a, ".runtimeconfig.json")));
        var folders = new[] { options.WorkingDirectory ?? Directory.GetCurrentDirectory(), Path.GetDirectoryName(app ?? "") ?? "" };
        if (app is null || !UsesAspNetCore(Path.ChangeExtension(app, ".runtimeconfig.json"))) yield break;
        yield return ("ASPNETCORE_URLS", FreePort);
        yield return ("URLS", FreePort); // wins over "Urls" in appsettings.json
        foreach (var name in new[] { "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "HTTP_PORTS", "HTTPS_PORTS" }) yield return (name, null);
        var environmentName = environment.TryGetValue("ASPNETCORE_ENVIRONMENT", out var name1) && name1 is { Length: > 0 } ? name1 : "Production";
        foreach (var folder in folders.Distinct())
        {
            foreach (var file in new[] { "appsettings.json", $"appsettings.{environmentName}.json" })
            {
                foreach (var (endpoint, scheme) in Endpoints(Path.Combine(folder, file)))
                    yield return ($"Kestrel__Endpoints__{endpoint}__Url", $"{scheme}://127.0.0.1:0");
            }
        }
    }

    private static bool UsesAspNetCore(string runtimeConfig)
    {
        using var json = Parse(runtimeConfig);
        return json is not null && json.RootElement.TryGetProperty("runtimeOptions", out var options)
            && options.ValueKind == JsonValueKind.Object && Frameworks(options).Contains("Microsoft.AspNetCore.App");
    }

    private static IEnumerable<string?> Frameworks(JsonElement options)
    {
        foreach (var group in new[] { "framework", "frameworks", "includedFrameworks" })
        {
            if (!options.TryGetProperty(group, out var value)) continue;
            var entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
            foreach (var entry in entries.Where(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("name", out _)))
                yield return entry.GetProperty("name").ToString();
        }
    }

    private static IEnumerable<(string Endpoint, string Scheme)> Endpoints(string settings)
    {
        using var json = Parse(settings);
        if (json is null || !json.RootElement.TryGetProperty("Kestrel", out var kestrel) || kestrel.ValueKind != JsonValueKind.Object
            || !kestrel.TryGetProperty("Endpoints", out var endpoints) || endpoints.ValueKind != JsonValueKind.Object) yield break;
        foreach (var endpoint in endpoints.EnumerateObject())
        {
            var isSecure = endpoint.Value.ToString().Contains("https://", StringComparison.OrdinalIgnoreCase);
            yield return (endpoint.Name, isSecure ? "https" : "http");
        }
    }

    private static JsonDocument? Parse(string path)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            var document = File.Exists(path) ? JsonDocument.Parse(File.ReadAllBytes(path), options) : null;
            return document?.RootElement.ValueKind == JsonValueKind.Object ? document : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // the app itself will say what is wrong with its settings
        }
    }
}
