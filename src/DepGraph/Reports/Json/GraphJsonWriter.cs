using DepGraph.Graph;
using DepGraph.Review;

namespace DepGraph.Reports.Json;

/// <summary>
/// Writes <c>App.depgraph.json</c>: the whole graph, and what follows from it (components and sequence) for readers that do not compute. docs/formats.md
/// describes it.
/// </summary>
public static class GraphJsonWriter
{
    public const string Format = "depgraph";

    public const int Version = 1;

    /// <summary>What every node is; it stands in the file so that other kinds can come without a new version.</summary>
    public const string NodeKind = "assembly";

    /// <summary>What every native library is.</summary>
    public const string NativeKind = "native";

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(LoadGraph graph)
    {
        var condensation = Condensation.Of(graph);
        return Write(graph, condensation, CycleCut.Of(graph, condensation), LoadSequence.Of(graph, condensation), RetainedCost.Of(graph));
    }

    /// <param name="graph">The graph.</param>
    /// <param name="condensation">Its condensation, where that is known already.</param>
    /// <param name="cuts">What would break its cycles.</param>
    /// <param name="sequence">Its load sequence.</param>
    /// <param name="retained">What would go with its edges and nodes.</param>
    public static byte[] Write(LoadGraph graph, Condensation condensation, IReadOnlyList<CycleCut> cuts, LoadSequence sequence, RetainedCost retained) =>
        JsonFormat.Write(Of(graph, condensation, cuts, sequence, retained) with { Format = Format, Version = Version }, JsonDocuments.Default.GraphDocument);

    private static GraphDocument Of(LoadGraph graph, Condensation condensation, IReadOnlyList<CycleCut> cuts, LoadSequence sequence, RetainedCost retained)
    {
        return new GraphDocument(
            null,
            null,
            graph.App,
            IdOrNull(graph.Root),
            RunEntry.Of(graph),
            graph.Nodes.Select(NodeEntry.Of),
            graph.Edges.Select(edge => new EdgeEntry(Id(edge.From), Id(edge.To), JsonFormat.Name(edge.Evidence), edge.Cause,
                edge.Places == 1 ? null : edge.Places, edge.IsFixed ? true : null)),
            condensation.Components.Select(component => new ComponentEntry(component.Name, component.Members.Select(Id))),
            cuts.Select(cut => new CutEntry(condensation.Components[cut.Component].Name, cut.Edges.Select(Ends), cut.Places, cut.IsLeast, cut.IsWhole,
                cut.Others.Select(other => other.Select(Ends)))),
            sequence.HasTimes ? "ms" : "members",
            sequence.Steps.Select(step => new StepEntry(step.Name, step.Members.Select(Id), step.CostMs, step.LoadMs)),
            graph.RetainedTimes.Select(time => Entry(time, retained.Of(time))),
            graph.Initializers.Select(one => new InitializerEntry(one.Method, IdOrNull(one.Node), one.AtMs, one.Ms, one.OwnMs, one.TouchedBy)),
            graph.Natives.Count == 0 ? null : graph.Natives.Select(one => NativeEntry.Of(one, Id)),
            graph.LineCosts.Select(Line),
            WhatToDo.Of(graph, retained).Select(one => new AdviceEntry(JsonFormat.Name(one.Kind), one.What, [one.LowMs, one.HighMs], one.Proof)),
            graph.FailedBinds.Select(bind => new FailedBindEntry(bind.Name, IdOrNull(bind.Requester), bind.Cause)),
            graph.NotLoaded.Select(reference => new UnloadedEntry(reference.Name, reference.ReferencedBy.Select(Id))),
            graph.AlsoShipped.Count == 0 ? null : graph.AlsoShipped,
            graph.Children.Select(Child));

        RetainedEntry Entry(RetainedTime time, Retained amounts) =>
            new(IdOrNull(time.From), Id(time.To), [amounts.AtLeast.Count, amounts.AtMost.Count], [time.LowMs, time.HighMs]);

        LineEntry Line(LineCost line) => new(
            Id(line.Node), line.File, line.Line, line.Member, line.Ms, line.CompileMs, line.Loads.Select(Id), line.Initializers, IdOrNull(line.MostlyIn),
            line.Text, line.Checksum, line.RegisteredAt);

        EndsEntry Ends(int edge) => new(Id(graph.Edges[edge].From), Id(graph.Edges[edge].To));

        string Id(int node) => graph.Nodes[node].Id;

        string? IdOrNull(int node) => node < 0 ? null : Id(node);
    }

    private static GraphDocument Child(LoadGraph graph)
    {
        var condensation = Condensation.Of(graph);
        return Of(graph, condensation, CycleCut.Of(graph, condensation), LoadSequence.Of(graph, condensation), RetainedCost.Of(graph));
    }
}
