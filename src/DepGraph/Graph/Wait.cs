namespace DepGraph.Graph;

/// <summary>Startup waited for something outside of the process: nothing of it ran or wanted to.</summary>
/// <param name="AtMs">When it first did, ms since the runtime started.</param>
/// <param name="Ms">How long together, ms.</param>
/// <param name="Node">Index of the node whose code waits: of the innermost frame that is not a shared framework's, else of the innermost; -1 when
/// unknown.</param>
/// <param name="Frames">The managed frames of the caller that waits, outside the core library, innermost first: <c>Assembly!Type.Method</c>; empty when
/// unknown.</param>
public sealed record Wait(double AtMs, double Ms, int Node, IReadOnlyList<string> Frames);
