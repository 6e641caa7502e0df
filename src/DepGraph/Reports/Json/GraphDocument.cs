using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary><c>App.depgraph.json</c>; a child has no format and no version of its own.</summary>
internal sealed record GraphDocument(
    string? Format,
    int? Version,
    string App,
    string? Root,
    RunEntry Run,
    IEnumerable<NodeEntry> Nodes,
    IEnumerable<EdgeEntry> Edges,
    IEnumerable<ComponentEntry> Components,
    IEnumerable<CutEntry> Cuts,
    string CostUnit,
    IEnumerable<StepEntry> Sequence,
    IEnumerable<RetainedEntry> Retained,
    IEnumerable<InitializerEntry> Initializers,
    IEnumerable<NativeEntry>? Natives,
    IEnumerable<LineEntry> Lines,
    IEnumerable<AdviceEntry> Advice,
    IEnumerable<FailedBindEntry> FailedBinds,
    IEnumerable<UnloadedEntry> NotLoaded,
    IReadOnlyList<string>? AlsoShipped,
    IEnumerable<GraphDocument> Children);

internal sealed record NodeEntry(
    string Id,
    string Name,
    string Kind,
    string Origin,
    int Order,
    string? Version,
    string? Context,
    string? Path,
    string? Framework,
    bool IsFacade,
    bool LoadsByName,
    double AtMs,
    double BindMs,
    double MapMs,
    double RunMs,
    double CompileMs,
    double? RecompileMs,
    double? InitializeMs,
    double? TypeLoadMs,
    double? RestoreMs,
    double? SpreadMs,
    IReadOnlyList<string> Cause)
{
    public static NodeEntry Of(Node node) => new(
        node.Id, node.Name, GraphJsonWriter.NodeKind, JsonFormat.Name(node.Origin), node.Order, node.Version, node.Context, node.Path, node.Framework,
        node.IsFacade, node.LoadsByName, node.AtMs, node.BindMs, node.MapMs, node.RunMs, node.CompileMs,
        node.RecompileMs > 0 ? node.RecompileMs : null, node.InitializeMs > 0 ? node.InitializeMs : null, node.TypeLoadMs, node.RestoreMs, node.SpreadMs,
        node.Cause);
}

/// <param name="Places">Null for one.</param>
/// <param name="IsFixed">Null for an edge that can go.</param>
internal sealed record EdgeEntry(string From, string To, string Evidence, IReadOnlyList<string> Cause, int? Places, bool? IsFixed);

internal sealed record ComponentEntry(string Name, IEnumerable<string> Members);

internal sealed record CutEntry(
    string Component, IEnumerable<EndsEntry> Edges, long Places, bool IsLeast, bool IsWhole, IEnumerable<IEnumerable<EndsEntry>> Others);

internal sealed record EndsEntry(string From, string To);

internal sealed record StepEntry(string Name, IEnumerable<string> Members, double CostMs, double LoadMs);

/// <param name="From">Null for all that leads to <paramref name="To"/>.</param>
/// <param name="Assemblies">The low and the high end.</param>
/// <param name="Ms">The low and the high end.</param>
internal sealed record RetainedEntry(string? From, string To, IReadOnlyList<int> Assemblies, IReadOnlyList<double> Ms);

internal sealed record InitializerEntry(string Method, string? Node, double AtMs, double Ms, double OwnMs, IReadOnlyList<string> TouchedBy);

/// <param name="Ms">The low and the high end; null where that was not seen.</param>
/// <param name="OrderUnknown">Null where the order is known.</param>
internal sealed record NativeEntry(
    string Name, string Kind, string Requester, bool IsLinked, IReadOnlyList<string> FailedProbes, IEnumerable<string> DeclaredBy, double? AtMs,
    IReadOnlyList<double>? Ms, bool? OrderUnknown, NativeCallEntry? Call, IReadOnlyList<string>? During)
{
    public static NativeEntry Of(NativeModule one, Func<int, string> id) => new(
        one.Name, GraphJsonWriter.NativeKind, one.Requester, one.IsLinked, one.FailedProbes, one.DeclaredBy.Select(id), one.AtMs,
        one.TookMs is { } took ? [took.Low, took.High] : null, one.IsOrderKnown ? null : true,
        one.Call is { } call ? new NativeCallEntry(id(call.Node), call.Method, call.Cause) : null, one.During.Count == 0 ? null : one.During);
}

internal sealed record NativeCallEntry(string Node, string Method, IReadOnlyList<string> Cause);

internal sealed record LineEntry(
    string Node, string File, int Line, string Member, double Ms, double CompileMs, IEnumerable<string> Loads, IReadOnlyList<string> Initializers,
    string? MostlyIn, string Text, string Checksum, string RegisteredAt);

internal sealed record AdviceEntry(string Kind, string What, IReadOnlyList<double> Ms, IReadOnlyList<string> Proof);

internal sealed record FailedBindEntry(string Name, string? Requester, IReadOnlyList<string> Cause);

internal sealed record UnloadedEntry(string Name, IEnumerable<string> ReferencedBy);
