using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>Says in one line what came from outside the app, the shared frameworks and the package folders: it is about places, so it names them.</summary>
internal static class LoadedFromElsewhere
{
    private const int MostNames = 3;
    private const int MostFolders = 4;
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The finding; null where everything came from where it is looked for.</summary>
    public static Finding? Of(StartupEvents startup, IEnumerable<Node> nodes)
    {
        var files = nodes.Where(n => n.Origin == Origin.Elsewhere).Select(n => (n.Name, startup.Loads[n.Order].Path!)).DistinctBy(f => f.Item2).ToList();
        return files.Count == 0 ? null : new Finding(Codes.AssemblyFromElsewhere, Message(files, Tail)) { LocalMessage = Message(files, folder => folder) };
    }

    private static string Message(List<(string Name, string Path)> files, Func<string, string> show)
    {
        var folders = files.GroupBy(f => show(f.Path[..Math.Max(0, f.Path.LastIndexOfAny(Separators))]), f => f.Name)
            .OrderByDescending(f => f.Count()).ThenBy(f => f.Key, StringComparer.Ordinal).ToList();
        var what = files.Count == 1 ? $"{files[0].Name} was" : $"{files.Count} assemblies were";
        var where = files.Count == 1 ? $"from {folders[0].Key}"
            : string.Join(", ", folders.Take(MostFolders).Select(f => $"{f.Count()} from {f.Key} ({Names([.. f])})"));
        var more = folders.Skip(MostFolders).Sum(f => f.Count());
        return $"{what} loaded from outside the app, the shared frameworks and the package folders: {where}{(more > 0 ? $", {more} from other folders" : "")}.";
    }

    private static string Names(string[] names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");

    /// <summary>Enough to know the folder again, on any machine: its last two names, and never the root's.</summary>
    private static string Tail(string folder)
    {
        var names = folder.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return names.Length < 2 ? string.Concat(names) : "…/" + string.Join('/', names[Math.Max(1, names.Length - 2)..]);
    }
}
