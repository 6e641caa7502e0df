using System.Text.Json.Serialization;
using DepGraph.Reports.Json;

namespace DepGraph.Reports.Page;

/// <summary>The data inside the page. Nodes, edges and components are named by their index; times are in ms.</summary>
internal sealed record PageDocument(
    string App,
    int Root,
    PageRun Run,
    bool HasTimes,
    IEnumerable<PageNode> Nodes,
    IEnumerable<PageEdge> Edges,
    IEnumerable<int> Unordered,
    PageComponent[] Components,
    IEnumerable<PageAdvice> Advice,
    IEnumerable<PageInitializer> Initializers,
    IEnumerable<FindingEntry> Findings,
    PageChanges? Changes);

internal sealed record PageAdvice(string What, string Saves, IReadOnlyList<string> Proof);

internal sealed record PageInitializer(string Method, int Node, double At, double Ms, double Own, IReadOnlyList<string> TouchedBy);

internal sealed record PageRun(
    string Outcome,
    double ReadyMs,
    double UnattributedMs,
    double WaitingMs,
    IEnumerable<PageWait> Waits,
    int Count,
    double? ReadySpreadMs,
    bool IsPartial,
    string? Runtime,
    string? Platform,
    string? Failure);

internal sealed record PageWait(double At, double Ms, int Node, IReadOnlyList<string> Frames);

internal sealed record PageNode(
    string Id,
    string Origin,
    int Order,
    string? Version,
    string? Context,
    string? Path,
    string? Framework,
    bool Facade,
    double At,
    double Bind,
    double Map,
    double Run,
    double? Spread,
    IReadOnlyList<string> Cause,
    int Component,
    int Loader,
    PageRetained Retained,
    bool Added);

internal sealed record PageEdge(int From, int To, string Evidence, IReadOnlyList<string> Cause, int Places, PageRetained Retained);

/// <param name="Measured">Its times were measured and are more than nothing.</param>
internal sealed record PageRetained(PageAmount Least, PageAmount Most, bool Measured);

internal sealed record PageAmount(int Count, double Ms);

internal sealed record PageComponent(string Name, IReadOnlyList<int> Members, int Step, double Cost, PageCut? Cut);

/// <param name="Edges">Indexes of edges.</param>
/// <param name="Least">True when no other set has fewer places.</param>
/// <param name="Others">Sets as good.</param>
internal sealed record PageCut(IReadOnlyList<int> Edges, bool Least, IReadOnlyList<IReadOnlyList<int>> Others);

/// <summary>The changes against the lock file in words, and the drawing of them.</summary>
internal sealed record PageChanges(IEnumerable<PageChange> Lines, PageDrawing Graph);

internal sealed record PageChange(string Kind, string Title, string Text, IReadOnlyList<string> Frames);

internal sealed record PageDrawing(IEnumerable<PageDrawnNode> Nodes, IEnumerable<PageDrawnEdge> Edges);

internal sealed record PageDrawnNode(string Name, string Mark, int Index);

internal sealed record PageDrawnEdge(int From, int To, string Mark);

/// <summary>Compact. The default encoder escapes markup, so that no name can end the script element.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageDocument))]
internal sealed partial class PageJson : JsonSerializerContext;
