namespace DepGraph.Files;

/// <summary>
/// Writes a file whole or not at all: beside its place first, then moved there. A reader sees the old file or the new one, and two builds at once do not mix
/// theirs.
/// </summary>
public static class AtomicFile
{
    /// <summary>Makes the file have this content; its folder is made where it lacks.</summary>
    /// <exception cref="IOException">It cannot be written; so for the other exceptions of <see cref="File"/>. The old file is as it was.</exception>
    /// <param name="path">Its place.</param>
    /// <param name="content">All of it.</param>
    /// <param name="time">When it is said to have been written, UTC; null: now.</param>
    public static void Write(string path, byte[] content, DateTime? time = null) => Write(path, file => file.Write(content), time);

    /// <inheritdoc cref="Write(string, byte[], DateTime?)"/>
    /// <param name="path">Its place.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="time">When it is said to have been written, UTC; null: now.</param>
    public static void Write(string path, Action<Stream> write, DateTime? time = null)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var beside = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = File.Create(beside))
                write(file);
            if (time is { } then)
                File.SetLastWriteTimeUtc(beside, then);
            File.Move(beside, full, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
