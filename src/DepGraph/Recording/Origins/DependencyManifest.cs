using System.Text.Json;

namespace DepGraph.Recording.Origins;

/// <summary>What an app's deps.json says of the files beside it.</summary>
/// <param name="Frameworks">By file name the shared framework it comes from: an app that brings the runtime along lists those files as a runtime pack's. Empty
/// for an app that uses the installed ones.</param>
/// <param name="Packages">Names of the files that come from packages.</param>
internal sealed record DependencyManifest(IReadOnlyDictionary<string, string> Frameworks, IReadOnlySet<string> Packages)
{
    private const string RuntimePack = "runtimepack.";

    /// <summary>That of an app in its folder, or in the single file it is; an empty one where there is none.</summary>
    public static DependencyManifest Of(string? appFolder, string app)
    {
        if (appFolder is null)
            return Read(null);
        var path = Path.Combine(appFolder, app + ".deps.json");
        return Read(File.Exists(path) ? File.ReadAllBytes(path) : SingleFileBundle.Of(appFolder, app)?.Read(path));
    }

    /// <summary>Reads a deps.json; of one that says nothing we can read nothing is known.</summary>
    public static DependencyManifest Read(byte[]? manifest)
    {
        var frameworks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var packages = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (manifest is null)
            return new DependencyManifest(frameworks, packages);
        try
        {
            using var json = JsonDocument.Parse(manifest);
            var types = json.RootElement.TryGetProperty("libraries", out var libraries)
                ? libraries.EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetProperty("type").GetString()) : [];
            foreach (var library in json.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
            {
                if (!library.Value.TryGetProperty("runtime", out var files))
                    continue;
                foreach (var file in files.EnumerateObject().Select(f => Path.GetFileName(f.Name)))
                {
                    // runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12
                    if (library.Name.StartsWith(RuntimePack, StringComparison.Ordinal))
                        frameworks[file] = library.Name[RuntimePack.Length..].Split(".Runtime.")[0];
                    else if (types.GetValueOrDefault(library.Name) == "package")
                        packages.Add(file);
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            // All is the app's own.
        }

        return new DependencyManifest(frameworks, packages);
    }
}
