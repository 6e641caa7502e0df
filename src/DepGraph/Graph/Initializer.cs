namespace DepGraph.Graph;

/// <summary>A static constructor or a module initializer that ran before ready.</summary>
/// <param name="Method">As a frame: <c>Assembly!Type..cctor</c>; a module's is <c>Assembly!&lt;Module&gt;..cctor</c>.</param>
/// <param name="Node">Index of its assembly, or -1.</param>
/// <param name="AtMs">When it was first seen, ms since the runtime started.</param>
/// <param name="Ms">What it took with all it brought about, waiting left out, ms.</param>
/// <param name="OwnMs">The part of it that no initializer further in took, ms.</param>
/// <param name="TouchedBy">The frames that first needed its type, innermost first.</param>
public sealed record Initializer(string Method, int Node, double AtMs, double Ms, double OwnMs, IReadOnlyList<string> TouchedBy);
