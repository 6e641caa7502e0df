
namespace DepGraph.Graph;

/// <summary>What a startup loaded and who needed what. Made from a recording, or read back from <c>App.depgraph.json</c>.</summary>
/// <param name="App">Simple name of the entry assembly.</param>
/// <param name="Root">Index of the entry assembly in <paramref name="Nodes"/>, or -1 when it was never loaded.</param>
/// <param name="Run">How the startup run went.</param>
/// <param name="Nodes">In load order: the node at index i has <see cref="Node.Order"/> i.</param>
/// <param name="Edges">Recorded edges in first-request order, then the edges only metadata knows; at most one a pair.</param>
/// <param name="FailedBinds">Requests that loaded nothing: satellites, optional dependencies.</param>
/// <param name="NotLoaded">Assemblies that loaded nodes reference and startup never loaded, in ordinal order.</param>
/// <param name="Children">Child .NET processes, each with a graph of its own.</param>
public sealed record LoadGraph(
    string App,
    int Root,
    Run Run,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Edge> Edges,
    IReadOnlyList<FailedBind> FailedBinds,
    IReadOnlyList<UnloadedReference> NotLoaded,
    IReadOnlyList<LoadGraph> Children)
{
    /// <summary>What would go with an edge or a node, where the recording measured it; what is not here is a trifle.</summary>
    public IReadOnlyList<RetainedTime> RetainedTimes { get; init; } = [];

    /// <summary>What ran to initialize types and modules, in the order in which it was first seen.</summary>
    public IReadOnlyList<Initializer> Initializers { get; init; } = [];

    /// <summary>Native libraries in the order of their loading, until the app ended; empty where that was not asked.</summary>
    public IReadOnlyList<NativeModule> Natives { get; init; } = [];

    /// <summary>What lines of the user's own code cost, the dearest first; those that cost next to nothing are left out.</summary>
    public IReadOnlyList<LineCost> LineCosts { get; init; } = [];

    /// <summary>
    /// Names of the assemblies that lie with the app or in its shared frameworks and were not loaded, in ordinal order; empty where nobody looked.
    /// </summary>
    public IReadOnlyList<string> AlsoShipped { get; init; } = [];
}

/// <summary>A request the binder could not satisfy.</summary>
/// <param name="Name">The simple name that was asked for, with the culture where it is a satellite (<c>App.resources/de</c>).</param>
/// <param name="Requester">Index of the node that asked, or -1 when unknown.</param>
/// <param name="Cause">The managed frames that led to the request, innermost first.</param>
public sealed record FailedBind(string Name, int Requester, IReadOnlyList<string> Cause);

/// <summary>An assembly that metadata names and startup did not load.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="ReferencedBy">Indexes of the nodes that reference it, ascending.</param>
public sealed record UnloadedReference(string Name, IReadOnlyList<int> ReferencedBy);
