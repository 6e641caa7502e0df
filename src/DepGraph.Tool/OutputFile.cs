using DepGraph.Files;
using DepGraph.Text;

namespace DepGraph.Tool;

/// <summary>One file the user named, written whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="DepGraphException">DG0011: it cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        try
        {
            AtomicFile.Write(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DepGraphException(Codes.OutputNotWritable, $"{OneLine.Of(path)} cannot be written: {OneLine.Of(e.Message)}", e);
        }
    }
}
