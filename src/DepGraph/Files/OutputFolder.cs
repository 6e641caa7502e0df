using System.Security.Cryptography;
using DepGraph.Text;

namespace DepGraph.Files;

/// <summary>The folder that the reports of one app go to. No file is ever half-written, and none lies outside of it.</summary>
public sealed class OutputFolder
{
    private readonly string _folder;
    private readonly string _app;

    /// <exception cref="DepGraphException"><see cref="Codes.OutputNotWritable"/>: the folder cannot be made.</exception>
    public OutputFolder(string folder, string app)
    {
        _app = FileName.Of(app);
        _folder = Guard(folder, () => Directory.CreateDirectory(folder).FullName);
    }

    /// <summary>Full path of the app's file with a suffix.</summary>
    public string PathOf(string suffix) => Path.Combine(_folder, _app + suffix);

    /// <summary>
    /// Makes a file have this content, or be absent where that is null. A file that has it already is not touched, so that builds see it as up to date.
    /// </summary>
    /// <param name="suffix">What follows the app's name.</param>
    /// <param name="content">All of it, or null.</param>
    /// <param name="isOld">
    /// Its time is one of long ago that follows from its content: who compares times finds nothing newer than its own, and who watches sees a change.
    /// </param>
    /// <returns>The full path, or null when the file is absent.</returns>
    /// <exception cref="DepGraphException"><see cref="Codes.OutputNotWritable"/>: it cannot be written.</exception>
    public string? Put(string suffix, byte[]? content, bool isOld = false)
    {
        var path = PathOf(suffix);
        return Guard(path, () =>
        {
            if (content is null)
                File.Delete(path);
            else if (!Holds(path, content))
                AtomicFile.Write(path, content, isOld ? TimeOf(content) : null);
            return content is null ? null : path;
        });
    }

    private static DateTime TimeOf(byte[] content) =>
        new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(BitConverter.ToUInt32(SHA256.HashData(content)) % (10 * 365 * 86400));

    private static bool Holds(string path, byte[] content) =>
        new FileInfo(path) is { Exists: true } file && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    private static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DepGraphException(Codes.OutputNotWritable, $"{OneLine.Of(path)} cannot be written: {OneLine.Of(e.Message)}", e);
        }
    }
}
