using System.Text.Json;

namespace DepGraph.Recording.Graphs;

/// <summary>The shared frameworks that a self-contained app brings along: its deps.json lists their files as those of a runtime pack.</summary>
internal static class RuntimePacks
{
    private const string Prefix = "runtimepack.";

    /// <summary>The framework of each file in an app's folder, or in the single file it is, that comes from one, by file name; empty for an app that uses the installed ones.</summary>
    public static IReadOnlyDictionary<string, string> Of(string? appFolder, string app)
    {
        if (appFolder is null) return Read(null);
        var path = Path.Combine(appFolder, app + ".deps.json");
        return Read(File.Exists(path) ? File.ReadAllBytes(path) : SingleFileBundle.Of(appFolder, app)?.Read(path));
    }

    /// <summary>The framework of each file that comes from one, by file name; empty for an app that uses the installed ones.</summary>
    public static IReadOnlyDictionary<string, string> Read(byte[]? manifest)
    {
        var frameworks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (manifest is null) return frameworks;
        try
        {
            using var json = JsonDocument.Parse(manifest);
            var libraries = json.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject());
            foreach (var library in libraries.Where(l => l.Name.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                // runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12
                var name = library.Name[Prefix.Length..].Split(".Runtime.")[0];
                if (!library.Value.TryGetProperty("runtime", out var files)) continue;
                foreach (var file in files.EnumerateObject()) frameworks[Path.GetFileName(file.Name)] = name;
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A deps.json that says nothing we can read: all is the app's own.
        }

        return frameworks;
    }
}
