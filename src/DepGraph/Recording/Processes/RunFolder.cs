namespace DepGraph.Recording.Processes;

/// <summary>A temporary folder only this user can enter: the port's socket and the runtime's crash report lie in it. Gone with the run.</summary>
internal sealed class RunFolder : IDisposable
{
    // sockaddr_un holds 108 bytes on Linux, 104 on macOS; the rest is for the names inside.
    private const int LongestForSockets = 80;

    private RunFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Where the runtime of a process puts its dump; %p stands for the process id.</summary>
    public string CrashPattern => System.IO.Path.Combine(Path, "crash.%p");

    /// <summary>Where the crash report of a process is, if it wrote one.</summary>
    public string CrashReportOf(int process) =>
        CrashPattern.Replace("%p", process.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) + ".crashreport.json";

    /// <exception cref="DepGraphException">No temporary folder can be made (DG0011).</exception>
    public static RunFolder Create()
    {
        try
        {
            if (OperatingSystem.IsWindows() || System.IO.Path.GetTempPath().Length < LongestForSockets)
                return new RunFolder(Directory.CreateTempSubdirectory("depgraph-").FullName);
            var path = System.IO.Path.Combine("/tmp", "depgraph-" + System.IO.Path.GetRandomFileName());
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new RunFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DepGraphException(Codes.OutputNotWritable,
                $"No temporary folder can be made: {e.Message} Set TMPDIR to a folder that can be written to.", e);
        }
    }

    /// <summary>What glibc's dynamic linker is told; it adds a dot and the process id.</summary>
    public string LinkerLogPrefix => System.IO.Path.Combine(Path, "linker");

    /// <summary>Where the linker's log of a process is, if it wrote one.</summary>
    public string LinkerLogOf(int process) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LinkerLogPrefix}.{process}");

    /// <summary>What the runtime is told; it adds the name of its only domain, twice, and a number.</summary>
    public string StartupProfilePrefix => System.IO.Path.Combine(Path, "startup");

    /// <summary>Puts the startup profile, with its sum before it, at <paramref name="path"/>; where the run left none, an older one there goes.</summary>
    /// <exception cref="DepGraphException">The file cannot be written (DG0011).</exception>
    public void KeepStartupProfile(string path)
    {
        try
        {
            var profile = StartupProfilePrefix + "_clrhost_clrhost_1.prof";
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            if (File.Exists(profile))
                StartupProfile.Keep(profile, path);
            else
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DepGraphException(Codes.OutputNotWritable,
                $"The startup profile cannot be written: {e.Message} Choose another folder with -o, or free this one.", e);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A dying process may still write its crash report; the system clears its temporary folder.
        }
    }
}
