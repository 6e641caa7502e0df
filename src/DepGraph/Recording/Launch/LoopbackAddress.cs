using System.Text.Json;

namespace DepGraph.Recording.Launch;

/// <summary>
/// Makes a web app listen on a free loopback port of its own. Configuration is asked for in the order Kestrel asks: its endpoints, then the addresses, then
/// the ports; so each is overridden where it is used. Endpoints made in code cannot be moved from outside.
/// </summary>
internal static class LoopbackAddress
{
    private const string FreePort = "http://127.0.0.1:0";
    private static readonly string[] Ports = ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "HTTP_PORTS", "HTTPS_PORTS"];

    /// <summary>The variables to set, without a value those to take out; none when the app is known to be no ASP.NET Core app.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Variables(RunOptions options, IDictionary<string, string?> environment)
    {
        var app = AppFiles.Of(options.Command, options.WorkingDirectory);
        var isWeb = UsesAspNetCore(app);
        return isWeb == false ? [] : Variables(AppSettings.Of(app, options, environment), environment, isKnown: isWeb == true);
    }

    private static List<(string, string?)> Variables(AppSettings settings, IDictionary<string, string?> environment, bool isKnown)
    {
        // Of a single file, or of what starts the app in turn, nobody can tell what it is: only what means something to ASP.NET Core alone is set then.
        var set = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["ASPNETCORE_URLS"] = FreePort };
        if (isKnown || settings.HasUrls)
            set["URLS"] = FreePort; // wins over "Urls" in appsettings.json
        foreach (var (endpoint, url) in settings.Endpoints)
        {
            // The scheme stays: an endpoint may say more that only fits https, and without its certificate the app does not start elsewhere either.
            var scheme = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https" : "http";
            set[$"Kestrel__Endpoints__{endpoint}__Url"] = $"{scheme}://127.0.0.1:0";
        }

        foreach (var name in Ports.Where(name => isKnown || name.StartsWith("ASPNETCORE", StringComparison.Ordinal)))
            set[name] = null;
        // Configuration does not tell `urls` from `URLS`, most environments do: which of the two would win is chance.
        var others = environment.Keys.Where(set.ContainsKey).Except(set.Keys, StringComparer.Ordinal).Select(name => (name, (string?)null));
        return [.. others, .. set.Select(variable => (variable.Key, variable.Value))];
    }

    /// <summary>Null: there is no file that would tell.</summary>
    private static bool? UsesAspNetCore(AppFiles app)
    {
        if (!File.Exists(app.RuntimeConfig))
            return null;
        using var json = SettingsFile.Parse(app.RuntimeConfig);
        return json is not null && json.RootElement.TryGetProperty("runtimeOptions", out var options)
            && options.ValueKind == JsonValueKind.Object && Frameworks(options).Contains("Microsoft.AspNetCore.App");
    }

    private static IEnumerable<string?> Frameworks(JsonElement options)
    {
        foreach (var group in new[] { "framework", "frameworks", "includedFrameworks" })
        {
            if (!options.TryGetProperty(group, out var value))
                continue;
            var entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
            foreach (var entry in entries.Where(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("name", out _)))
                yield return entry.GetProperty("name").ToString();
        }
    }
}
