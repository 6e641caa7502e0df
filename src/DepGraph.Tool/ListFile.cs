using System.Text;
using DepGraph.Files;

namespace DepGraph.Tool;

/// <summary>A file of lines for the build, written whole or not at all; no lines, no file.</summary>
internal static class ListFile
{
    /// <exception cref="DepGraphException">The file cannot be written (DG0011).</exception>
    public static void Write(string path, IReadOnlyCollection<string> lines)
    {
        try
        {
            if (lines.Count > 0)
                AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + Environment.NewLine))));
            else if (File.Exists(path))
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DepGraphException(Codes.OutputNotWritable, $"{path} cannot be written: {e.Message}", e);
        }
    }
}
