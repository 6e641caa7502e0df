namespace DepGraph.Recording.Model;

/// <summary>A native library that was loaded; names are file names.</summary>
/// <param name="Name">Its own.</param>
/// <param name="Requester">That of the module that asked.</param>
/// <param name="IsLinked">True when the requester is linked to it.</param>
/// <param name="FailedProbes">Names under which the requester asked for it just before in vain.</param>
public sealed record NativeLoad(string Name, string Requester, bool IsLinked, IReadOnlyList<string> FailedProbes)
{
    /// <summary>A library is called <c>e_sqlite3</c>, <c>libe_sqlite3</c> or <c>libe_sqlite3.so.0</c>: what all of them have in common.</summary>
    public static string BareName(string name)
    {
        var end = name.IndexOf(".so", StringComparison.Ordinal);
        var bare = end > 0 ? name[..end] : name;
        return bare.StartsWith("lib", StringComparison.Ordinal) ? bare[3..] : bare;
    }
}
