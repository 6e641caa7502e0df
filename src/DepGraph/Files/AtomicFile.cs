namespace DepGraph.Files;

/// <summary>
/// Writes a file whole or not at all: beside its place first, then moved there. A reader sees the old file or the new one, and two builds at once do not mix
/// theirs.
/// </summary>
public static class AtomicFile
{
    /// <summary>Makes the file have this content; its folder is made where it lacks.</summary>
    /// <exception cref="IOException">It cannot be written; so for the other exceptions of <see cref="File"/>. The old file is as it was.</exception>
    public static void Write(string path, byte[] content) => Write(path, file => file.Write(content));

    /// <inheritdoc cref="Write(string, byte[])"/>
    /// <param name="path">Its place.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var beside = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = File.Create(beside))
                write(file);
            File.Move(beside, full, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
