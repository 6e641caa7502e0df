namespace DepGraph.Recording.Symbols;

/// <summary>
/// Finds the files an assembly was compiled from. A deterministic build calls them by mapped paths (<c>/_/src/App/Program.cs</c>): such a file lies below one
/// of the folders above the assembly, or above the folder one works in, and is the one that was compiled.
/// </summary>
/// <param name="assembly">Where it lies, or would.</param>
internal sealed class SourceFiles(string assembly)
{
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);

    private readonly Lazy<List<(string Folder, HashSet<string> Entries)>> _above = new(() => Above(Path.GetFullPath(assembly)));
    private readonly Lazy<List<(string Folder, HashSet<string> Entries)>> _here = new(() => Above(Path.Combine(Environment.CurrentDirectory, "any")));

    /// <summary>Where a file lies on this machine; the path as it is where it is on none, or where several may be meant.</summary>
    /// <param name="path">As the symbols have it.</param>
    /// <param name="checksum">As <see cref="SourceText"/> writes it; empty where there is none.</param>
    public string Find(string path, string checksum) =>
        _found.TryGetValue(path, out var known) ? known
        : _found[path] = checksum.Length == 0 || File.Exists(path) ? path
        : Unmapped(path, checksum, _above.Value) ?? Unmapped(path, checksum, _here.Value) ?? path;

    /// <summary>Of the longest end of the path that is a file's: a shorter one would be another's.</summary>
    private static string? Unmapped(string path, string checksum, List<(string Folder, HashSet<string> Entries)> roots)
    {
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        for (var skipped = 0; skipped < parts.Length; skipped++)
        {
            var files = roots.Where(root => root.Entries.Contains(parts[skipped]))
                .Select(root => Path.Combine([root.Folder, .. parts.Skip(skipped)])).Where(File.Exists).ToList();
            if (files.Count > 0)
                return files.Count == 1 && SourceText.IsCompiled(files[0], checksum) ? files[0] : null;
        }

        return null;
    }

    public static IEnumerable<string> FoldersAbove(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private static List<(string Folder, HashSet<string> Entries)> Above(string file) => [.. FoldersAbove(file).Select(folder => (folder, Entries(folder)))];

    private static HashSet<string> Entries(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // nothing of it can be read
        }
    }
}
