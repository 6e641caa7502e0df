namespace DepGraph.Tests.Support;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "DepGraph.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
