namespace DepGraph.Graph;

/// <summary>A native library the process loaded: a node of kind <c>native</c>, beside the assemblies and in none of what is computed of them.</summary>
/// <param name="Name">File name: <c>libcoreclr.so</c>.</param>
/// <param name="Requester">File name of the native module that asked for it; the program's own for what it is linked to; empty where that is not known.</param>
/// <param name="IsLinked">True when the requester is linked to it; false when its code asked.</param>
/// <param name="FailedProbes">
/// Names under which its requester asked for it just before in vain (<c>libicuuc.so.90</c>); its own where that was in another folder.
/// </param>
/// <param name="DeclaredBy">
/// Indexes of the assemblies whose metadata declares calls into it, ascending, whichever of them called first; empty where none declares any.
/// </param>
public sealed record NativeModule(string Name, string Requester, bool IsLinked, IReadOnlyList<string> FailedProbes, IReadOnlyList<int> DeclaredBy)
{
    /// <summary>When it was in place, at the latest, ms since the runtime started; null where nobody tells.</summary>
    public double? AtMs { get; init; }

    /// <summary>What looking for it and putting it and what it is linked to in place took, at least and at most, ms; null where that was not seen.</summary>
    public (double Low, double High)? TookMs { get; init; }

    /// <summary>False where it was only seen among what is mapped: then it stands where it was seen, and who asked is unknown.</summary>
    public bool IsOrderKnown { get; init; } = true;

    /// <summary>The call it was loaded for; null where that is not known.</summary>
    public NativeCall? Call { get; init; }

    /// <summary>Where no call is known: the frames that stood on the stack before and after it was loaded, innermost first.</summary>
    public IReadOnlyList<string> During { get; init; } = [];
}

/// <summary>A managed method that is implemented by a native library.</summary>
/// <param name="Node">Index of the assembly that declares it.</param>
/// <param name="Method">
/// The method, as a frame; empty where only the assembly is known, as it is the only one there that declares calls into the library.
/// </param>
/// <param name="Cause">The frames that led to the call, innermost first.</param>
public sealed record NativeCall(int Node, string Method, IReadOnlyList<string> Cause);
