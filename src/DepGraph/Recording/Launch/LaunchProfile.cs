using System.Text.Json;
using DepGraph.Files;
using DepGraph.Text;

namespace DepGraph.Recording.Launch;

/// <summary>What <c>dotnet run</c> takes from a project's <c>launchSettings.json</c>.</summary>
/// <param name="Name">The profile's name; the app sees it as <c>DOTNET_LAUNCH_PROFILE</c>.</param>
/// <param name="Arguments">The app's command line where the user gives no arguments; empty for none.</param>
/// <param name="Environment">The app's environment variables; <c>%NAME%</c> in a value stands for a variable of this process.</param>
public sealed record LaunchProfile(
    string Name, string Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <inheritdoc cref="Read"/>
    /// <exception cref="DepGraphException">DG0013: the file cannot be read, or is not one of launch settings. DG0014: no profile has the name.</exception>
    public static LaunchProfile? ReadFile(string path, string? name = null) => InputFile.Read(path, (bytes, _) =>
    {
        using var text = new StreamReader(new MemoryStream(bytes.ToArray())); // it may begin with a byte order mark
        return Read(text.ReadToEnd(), name);
    });

    /// <summary>
    /// The profile called <paramref name="name"/> (in any case), or, without a name, the first that starts the project
    /// itself, which is the one <c>dotnet run</c> takes. Null: there is none.
    /// </summary>
    /// <exception cref="DepGraphException">DG0013: the text is not a launch settings file. DG0014: no profile has the name.</exception>
    public static LaunchProfile? Read(string json, string? name = null)
    {
        var found = Parse(json)
            .FirstOrDefault(profile => name is null || profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found is null && name is not null)
            throw new DepGraphException(Codes.InvalidOption, $"launchSettings.json has no profile '{name}' that starts the project; name another or none.");
        return found;
    }

    private static List<LaunchProfile> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, SettingsFile.AsPeopleWrite);
            if (!document.RootElement.TryGetProperty("profiles", out var profiles))
                return [];
            return profiles.EnumerateObject()
                .Where(profile => Text(profile.Value, "commandName") == "Project")
                .Select(profile => new LaunchProfile(
                    profile.Name,
                    Text(profile.Value, "commandLineArgs"),
                    Variables(profile.Value)))
                .ToList();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DepGraphException(Codes.InvalidInput, $"launchSettings.json cannot be read: {OneLine.Of(e.Message)}");
        }
    }

    private static Dictionary<string, string> Variables(JsonElement profile)
    {
        var variables = new Dictionary<string, string>();
        if (profile.TryGetProperty("environmentVariables", out var values))
            foreach (var variable in values.EnumerateObject())
                variables[variable.Name] = System.Environment.ExpandEnvironmentVariables(variable.Value.GetString() ?? "");
        return variables;
    }

    private static string Text(JsonElement profile, string name) =>
        profile.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
