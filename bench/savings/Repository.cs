namespace DepGraph.Bench.Savings;

/// <summary>The repository this bench was built in.</summary>
internal static class Repository
{
    public static readonly string Folder = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DepGraph.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("DepGraph.sln");
        return folder;
    }
}
