using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>What lies ready for an app: in its own folder and those below it, and in the folders of the shared frameworks it loads from.</summary>
internal static class ShippedAssemblies
{
    private const int DepthBelowApp = 2, MostFiles = 10_000;

    /// <summary>Names of those that were not loaded, in ordinal order.</summary>
    public static IReadOnlyList<string> NotLoaded(StartupEvents startup, IReadOnlyList<Node> nodes)
    {
        var frameworks = nodes.Where(node => node.Origin == Origin.Framework)
            .Select(node => Path.GetDirectoryName(startup.Loads[node.Order].Path)).OfType<string>().Distinct().Where(folder => folder != startup.AppFolder);
        return
        [
            .. frameworks.SelectMany(folder => Files(folder, depth: 0))
                .Concat(startup.AppFolder is { } app ? Files(app, DepthBelowApp) : [])
                .Select(file => Path.GetFileNameWithoutExtension(file)!).Distinct()
                .Except(nodes.Select(node => node.Name)).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Files(string folder, int depth) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.dll", new EnumerationOptions
        {
            RecurseSubdirectories = depth > 0,
            MaxRecursionDepth = depth,
            IgnoreInaccessible = true,
        }).Take(MostFiles)
        : [];
}
