namespace DepGraph.Recording.Model;

/// <summary>A native library that was loaded; names are file names.</summary>
/// <param name="Name">Its own.</param>
/// <param name="Requester">That of the module that asked; empty where that is not known.</param>
/// <param name="IsLinked">True when the requester is linked to it.</param>
/// <param name="FailedProbes">Names under which the requester asked for it just before in vain.</param>
public sealed record NativeLoad(string Name, string Requester, bool IsLinked, IReadOnlyList<string> FailedProbes)
{
    /// <summary>When it was in place, at the latest; of one that was there when the runtime started 0. Null where nobody tells.</summary>
    public double? AtMs { get; init; }

    /// <summary>What looking for it and putting it in place took, at least and at most; null where that was not seen.</summary>
    public (double Low, double High)? TookMs { get; init; }

    /// <summary>False where it was only seen among what is mapped.</summary>
    public bool IsOrderKnown { get; init; } = true;

    /// <summary>A library is called <c>e_sqlite3</c>, <c>libe_sqlite3</c> or <c>libe_sqlite3.so.0</c>: what all of them have in common.</summary>
    public static string BareName(string name)
    {
        var end = name.IndexOf(".so", StringComparison.Ordinal);
        var bare = end > 0 ? name[..end] : name;
        return bare.StartsWith("lib", StringComparison.Ordinal) ? bare[3..] : bare;
    }
}

/// <summary>The runtime made what marshals the calls of a method into native code: it is about to be called.</summary>
/// <param name="AtMs">When.</param>
/// <param name="Load">Index of the assembly that declares the method, or -1.</param>
/// <param name="Token">The method in the assembly's metadata.</param>
/// <param name="Stack">The frames that led to it, innermost first.</param>
public sealed record NativeCallStub(double AtMs, int Load, int Token, IReadOnlyList<Frame> Stack);
