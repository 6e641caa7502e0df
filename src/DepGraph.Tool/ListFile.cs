namespace DepGraph.Tool;

/// <summary>A file of lines for the build, written beside and moved into place; no lines, no file.</summary>
internal static class ListFile
{
    /// <exception cref="DepGraphException">The file cannot be written (DG0011).</exception>
    public static void Write(string path, IReadOnlyCollection<string> lines)
    {
        try
        {
            var full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            if (lines.Count == 0)
            {
                File.Delete(full);
                return;
            }

            File.WriteAllLines(full + ".tmp", lines);
            File.Move(full + ".tmp", full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DepGraphException(Codes.OutputNotWritable, $"{path} cannot be written: {e.Message}", e);
        }
    }
}
