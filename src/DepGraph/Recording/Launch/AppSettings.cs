using System.Text.RegularExpressions;

namespace DepGraph.Recording.Launch;

/// <summary>The addresses an app's configuration names: appsettings files where the app looks for them, then the environment.</summary>
internal sealed partial class AppSettings
{
    private readonly Dictionary<string, string> _endpoints = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Kestrel's endpoints that have an address of their own: name and URL.</summary>
    public IReadOnlyDictionary<string, string> Endpoints => _endpoints;

    /// <summary>They name addresses for the whole server, <c>Urls</c>.</summary>
    public bool HasUrls { get; private set; }

    /// <param name="app">The app; its folder is where services and tools keep their settings.</param>
    /// <param name="options">They say where it starts, which is where the others keep them.</param>
    /// <param name="environment">The variables it starts with.</param>
    public static AppSettings Of(AppFiles app, RunOptions options, IDictionary<string, string?> environment)
    {
        var settings = new AppSettings();
        foreach (var folder in new[] { app.Folder, Path.GetFullPath(options.WorkingDirectory ?? ".") }.Distinct())
        {
            foreach (var file in new[] { "appsettings.json", $"appsettings.{EnvironmentName(options.Command, environment)}.json" })
                settings.Add(SettingsFile.Values(Path.Combine(folder, file)));
        }

        settings.Add(environment.Select(variable => (variable.Key.Replace("__", ":", StringComparison.Ordinal), variable.Value ?? "")));
        return settings;
    }

    private void Add(IEnumerable<(string Key, string Value)> values)
    {
        foreach (var (key, value) in values)
        {
            if (value.Length == 0)
                continue;
            HasUrls |= key.Equals("urls", StringComparison.OrdinalIgnoreCase);
            if (EndpointUrl().Match(key) is { Success: true } endpoint)
                _endpoints[endpoint.Groups["name"].Value] = value;
        }
    }

    /// <summary>The command line decides, then <c>DOTNET_ENVIRONMENT</c>, as <c>WebApplication.CreateBuilder</c> has it.</summary>
    private static string EnvironmentName(IReadOnlyList<string> command, IDictionary<string, string?> environment)
    {
        for (var i = command.Count - 1; i > 0; i--)
        {
            if (command[i].StartsWith("--environment=", StringComparison.OrdinalIgnoreCase))
                return command[i]["--environment=".Length..];
            if (command[i - 1].Equals("--environment", StringComparison.OrdinalIgnoreCase))
                return command[i];
        }

        return new[] { "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT" }
            .Select(name => environment.TryGetValue(name, out var value) ? value : null).FirstOrDefault(value => value is { Length: > 0 }) ?? "Production";
    }

    [GeneratedRegex(@"^((ASPNETCORE|DOTNET)_)?Kestrel:Endpoints:(?<name>[^:]+):Url$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndpointUrl();
}
