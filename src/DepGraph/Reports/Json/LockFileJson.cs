using DepGraph.Files;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.Json;

/// <summary>The lock file: one fact a line, sorted, so that a change is a small diff and two branches merge. docs/review.md describes it.</summary>
public static class LockFileJson
{
    public const string Format = "depgraph.lock";

    private const int Version = 1;

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(LockFile lockFile) => JsonFormat.Write(
        new LockDocument(Format, Version, lockFile.App, Sorted(lockFile.Assemblies), Sorted(lockFile.Loads), lockFile.Cycles, lockFile.Steps),
        JsonDocuments.Default.LockDocument);

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> byId) => new(byId.ToDictionary(), StringComparer.Ordinal);

    /// <summary>True when a file begins as a lock file does.</summary>
    public static bool IsLockFile(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var start = new char[200];
            return new string(start, 0, reader.ReadBlock(start)).Contains($"\"{Format}\"", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false; // whoever reads it says why it cannot be read
        }
    }

    /// <summary>Reads a lock file.</summary>
    /// <exception cref="DepGraphException"><see cref="Codes.InvalidInput"/>: it cannot be read, is damaged, has merge conflicts or is of a later
    /// version.</exception>
    public static LockFile ReadFile(string path) => InputFile.Read(path, Read);

    /// <param name="json">The file's bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DepGraphException"><see cref="Codes.InvalidInput"/>: it is damaged, has merge conflicts or is of a later version.</exception>
    public static LockFile Read(ReadOnlyMemory<byte> json, string file)
    {
        if (json.Span.IndexOf("<<<<<<< "u8) is 0 or > 0)
            throw Unusable(file, "has merge conflicts");
        return JsonInput.Read(file, json, root =>
        {
            if (root.Optional("format")?.String() != Format)
                throw root.Wrong($"is not a lock file (\"format\" must be \"{Format}\")");
            if (root.Require("version").Int() > Version)
                throw Unusable(file, "was written by a later version of depgraph");
            return new LockFile(
                root.Require("app").String(),
                root.Require("assemblies").Map(value => value.String()),
                root.Require("loads").Map(value => (IReadOnlyList<string>)value.Strings()),
                root.Require("cycles").Array(cycle => cycle.Strings()),
                root.Require("steps").Strings());
        });
    }

    private static DepGraphException Unusable(string file, string problem) =>
        new(Codes.InvalidInput, $"{OneLine.Of(file)} {problem}. Write it anew: dotnet build -t:DepGraphLock, or depgraph lock.");
}

internal sealed record LockDocument(
    string Format,
    int Version,
    string App,
    SortedDictionary<string, string> Assemblies,
    SortedDictionary<string, IReadOnlyList<string>> Loads,
    IReadOnlyList<IReadOnlyList<string>> Cycles,
    IReadOnlyList<string> Steps);
