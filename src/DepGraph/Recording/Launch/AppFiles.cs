namespace DepGraph.Recording.Launch;

/// <summary>The app behind a command: the file it lies in, what it is called, and which files belong to it.</summary>
internal sealed class AppFiles
{
    private AppFiles(string path, string name)
    {
        Path = path;
        Name = name;
        Folder = System.IO.Path.GetDirectoryName(path) ?? path;
    }

    /// <summary>Full path of its .dll or its own executable.</summary>
    public string Path { get; }

    /// <summary>Its simple name, with all its dots.</summary>
    public string Name { get; }

    /// <summary>Where its files lie.</summary>
    public string Folder { get; }

    /// <summary>What the host starts it with. A single file has it inside.</summary>
    public string RuntimeConfig => System.IO.Path.Combine(Folder, Name + ".runtimeconfig.json");

    /// <summary>
    /// The first of its words that has a runtime configuration beside it (an apphost, or what <c>dotnet</c> is given); else its first .dll, else its program.
    /// </summary>
    public static AppFiles Of(IReadOnlyList<string> command, string? workingDirectory = null)
    {
        var words = command.Select((word, i) => At(word, i == 0 ? null : workingDirectory)).OfType<AppFiles>().ToList();
        return words.Find(app => File.Exists(app.RuntimeConfig))
            ?? words.Find(app => app.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            ?? new AppFiles(command[0], NameOf(command[0]));
    }

    // The program is looked for from here, what it is given from the folder it starts in.
    private static AppFiles? At(string word, string? folder)
    {
        try
        {
            var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder ?? "", word));
            return new AppFiles(path, NameOf(path));
        }
        catch (Exception e) when (e is ArgumentException or PathTooLongException or NotSupportedException)
        {
            return null; // an argument that is no path
        }
    }

    // Not GetFileNameWithoutExtension: an executable of Linux and macOS has no extension, and what comes after a dot is its name.
    private static string NameOf(string path)
    {
        var file = System.IO.Path.GetFileName(path);
        var extension = System.IO.Path.GetExtension(file);
        return extension.Equals(".dll", StringComparison.OrdinalIgnoreCase) || extension.Equals(".exe", StringComparison.OrdinalIgnoreCase)
            ? file[..^extension.Length] : file;
    }
}
