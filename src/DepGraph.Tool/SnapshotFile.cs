using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary>A recording or a lock file, whichever a path leads to.</summary>
internal static class SnapshotFile
{
    /// <exception cref="DepGraphException">DG0013: it cannot be read or is neither.</exception>
    public static Snapshot Read(string path) =>
        LockFileJson.IsLockFile(path) ? Snapshot.Of(LockFileJson.ReadFile(path)) : Snapshot.Of(GraphJsonReader.ReadFile(path));
}
