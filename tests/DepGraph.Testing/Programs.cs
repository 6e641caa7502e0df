namespace DepGraph.Testing;

/// <summary>The programs of this machine.</summary>
public static class Programs
{
    /// <summary>The file a program's name stands for in the folders of PATH; null when none has it.</summary>
    public static string? OnPath(string name) => On(Environment.GetEnvironmentVariable("PATH"), name);

    /// <summary>The same for a list of folders as PATH is one.</summary>
    public static string? On(string? path, string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
