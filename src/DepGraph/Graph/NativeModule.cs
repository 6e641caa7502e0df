namespace DepGraph.Graph;

/// <summary>A native library the process loaded, as the dynamic linker tells it.</summary>
/// <param name="Name">File name: <c>libcoreclr.so</c>.</param>
/// <param name="Requester">File name of the native module that asked for it; the program's own for what it is linked to.</param>
/// <param name="IsLinked">True when the requester is linked to it; false when its code asked.</param>
/// <param name="FailedProbes">
/// Names under which its requester asked for it just before in vain (<c>libicuuc.so.90</c>); its own where that was in another folder.
/// </param>
/// <param name="DeclaredBy">
/// Indexes of the assemblies whose metadata declares calls into it, ascending. Which of them called first is not known; empty where none declares any.
/// </param>
public sealed record NativeModule(string Name, string Requester, bool IsLinked, IReadOnlyList<string> FailedProbes, IReadOnlyList<int> DeclaredBy);
