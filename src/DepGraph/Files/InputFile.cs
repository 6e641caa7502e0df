using DepGraph.Text;

namespace DepGraph.Files;

/// <summary>A file that a user names, taken in whole.</summary>
internal static class InputFile
{
    // A graph of 100,000 nodes is far below.
    private const int MaxLength = 256 * 1024 * 1024;

    /// <summary>
    /// Hands the file's bytes and its name to <paramref name="read"/>. What has no end, a device or a pipe, is refused like all that is longer than
    /// <paramref name="maxLength"/> bytes.
    /// </summary>
    /// <exception cref="DepGraphException"><see cref="Codes.InvalidInput"/>: it cannot be read or is too long.</exception>
    public static T Read<T>(string path, Func<ReadOnlyMemory<byte>, string, T> read, int maxLength = MaxLength)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var part = new byte[1 << 16];
            for (int length; (length = file.Read(part)) > 0;)
            {
                bytes.Write(part, 0, length);
                if (bytes.Length > maxLength)
                    throw new DepGraphException(Codes.InvalidInput, $"{OneLine.Of(path)} is too long (over {maxLength} bytes) for what depgraph writes.");
            }

            return read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DepGraphException(Codes.InvalidInput, $"{OneLine.Of(path)} cannot be read: {OneLine.Of(e.Message)}", e);
        }
    }
}
