using System.Security.Cryptography;

namespace DepGraph.Recording.Symbols;

/// <summary>A file of source as it was compiled: what stands in its lines, and what to call it in a report.</summary>
internal sealed class SourceText
{
    private const string Sha256 = "sha256:";
    private const int LongestText = 200, MostLinesUp = 5;
    private readonly string[] _lines;

    private SourceText(string path, string checksum, string[] lines) => (Path, Checksum, _lines) = (path, checksum, lines);

    /// <summary>From the repository's root, with '/'; where there is none, from the folder above the project's.</summary>
    public string Path { get; }

    /// <summary>As the symbols have it.</summary>
    public string Checksum { get; }

    /// <param name="file">On this machine.</param>
    /// <param name="checksum">Of the file that was compiled; no line is told where it is another one now.</param>
    public static SourceText Read(string file, string checksum)
    {
        var isSame = Bytes(file) is { } bytes && (!checksum.StartsWith(Sha256, StringComparison.Ordinal) || checksum == Sha256 + Hex(SHA256.HashData(bytes)));
        return new SourceText(RelativePath(file), checksum, isSame ? File.ReadAllLines(file) : []);
    }

    /// <summary>
    /// What stands in a line, and its number. A line without a letter (the brace a method begins with) says nothing: the next above it that has one is told.
    /// </summary>
    public (int Line, string Text) At(int line)
    {
        for (var i = line - 1; i >= 0 && i > line - 1 - MostLinesUp && i < _lines.Length; i--)
        {
            if (_lines[i].Any(char.IsLetter))
                return (i + 1, OneSpaced(_lines[i]));
        }

        return (line, "");
    }

    private static string OneSpaced(string line)
    {
        var text = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > LongestText ? text[..LongestText] : text;
    }

    public static string Hex(byte[] hash) => Convert.ToHexString(hash).ToLowerInvariant();

    private static byte[]? Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Path"/>
    public static string RelativePath(string file)
    {
        var folders = Above(file).ToList();
        var root = folders.Find(folder => System.IO.Path.Exists(System.IO.Path.Combine(folder, ".git")))
            ?? System.IO.Path.GetDirectoryName(folders.Find(folder => Directory.EnumerateFiles(folder, "*.*proj").Any()) ?? folders[0]);
        return System.IO.Path.GetRelativePath(root ?? folders[0], file).Replace('\\', '/');
    }

    private static IEnumerable<string> Above(string file)
    {
        for (var folder = System.IO.Path.GetDirectoryName(file); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
            yield return folder;
    }
}
