using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace DepGraph.Bench.Keystroke;

/// <summary>The assemblies of the running platform and of the packages a project was restored with.</summary>
internal static class PackageReferences
{
    private static readonly string[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))];

    private static readonly Dictionary<string, MetadataReference> Known = [];

    public static IEnumerable<MetadataReference> Of(string projectFolder)
    {
        var assets = Path.Combine(projectFolder, "obj", "project.assets.json");
        return Platform.Concat(File.Exists(assets) ? Packages(assets) : [])
            .DistinctBy(Path.GetFileName)
            .Select(path => Known.TryGetValue(path, out var known) ? known : Known[path] = MetadataReference.CreateFromFile(path));
    }

    /// <summary>Those for the last of the project's target frameworks, by name the newest.</summary>
    private static List<string> Packages(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        string[] folders = [.. json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var paths = json.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.TryGetProperty("path", out _))
            .ToDictionary(library => library.Name, library => library.Value.GetProperty("path").GetString()!);
        var target = json.RootElement.GetProperty("targets").EnumerateObject().OrderBy(one => one.Name, StringComparer.Ordinal).Last().Value;
        return [.. target.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("compile", out _) && paths.ContainsKey(library.Name))
            .SelectMany(library => library.Value.GetProperty("compile").EnumerateObject()
                .SelectMany(file => folders.Select(folder => Path.Combine(folder, paths[library.Name], file.Name))))
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal) && File.Exists(path))];
    }
}
