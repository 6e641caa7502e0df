using System.Security.Cryptography;

namespace DepGraph.Recording.Symbols;

/// <summary>A file of source as it was compiled: what stands in its lines, and what to call it in a report.</summary>
internal sealed class SourceText
{
    private const string Sha256 = "sha256:", Sha1 = "sha1:";
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
        var isSame = checksum.Length == 0 ? Bytes(file) is not null : IsCompiled(file, checksum);
        return new SourceText(RelativePath(file), checksum, isSame ? File.ReadAllLines(file) : []);
    }

    /// <summary>True where a file is still what was compiled.</summary>
    public static bool IsCompiled(string file, string checksum) => Bytes(file) is { } bytes && checksum == ChecksumOf(bytes, checksum);

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

#pragma warning disable CA5350 // compilers of before 2019 chose it
    private static string ChecksumOf(byte[] bytes, string like) =>
        like.StartsWith(Sha1, StringComparison.Ordinal) ? Sha1 + Hex(SHA1.HashData(bytes)) : Sha256 + Hex(SHA256.HashData(bytes));
#pragma warning restore CA5350

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
        var folders = SourceFiles.FoldersAbove(file).ToList();
        var root = folders.Find(folder => System.IO.Path.Exists(System.IO.Path.Combine(folder, ".git")))
            ?? System.IO.Path.GetDirectoryName(folders.Find(folder => Directory.EnumerateFiles(folder, "*.*proj").Any()) ?? folders[0]);
        return System.IO.Path.GetRelativePath(root ?? folders[0], file).Replace('\\', '/');
    }
}
