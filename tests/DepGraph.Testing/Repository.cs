namespace DepGraph.Testing;

/// <summary>The files of this repository.</summary>
public static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>The full path of a file or folder, from the root down.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "DepGraph.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("The tests run outside of the repository: no folder above them holds DepGraph.sln."));
}
