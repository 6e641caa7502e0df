using DepGraph.Graph;
using DepGraph.Review;

namespace DepGraph.Reports.Content;

/// <summary>What a writer gets to see: the graph, what follows from it, and a place to say what went wrong.</summary>
internal sealed class ReportSource
{
    private readonly Lazy<IReadOnlyList<CycleCut>> _cuts;
    private readonly Lazy<LoadSequence> _sequence;
    private readonly Lazy<FoldedGraph> _drawnGraph;
    private readonly Lazy<FoldedGraph> _drawnDag;
    private readonly Lazy<RetainedCost> _retained;
    private readonly Lazy<IReadOnlyList<Advice>> _advice;
    private readonly Lazy<ReviewedChange?> _change;

    public ReportSource(LoadGraph graph, ReportOptions options, CancellationToken cancellation)
    {
        (Graph, Options, Cancellation) = (graph, options, cancellation);
        Condensation = Condensation.Of(graph);
        _cuts = new(() => CycleCut.Of(graph, Condensation));
        _sequence = new(() => LoadSequence.Of(graph, Condensation));
        _drawnGraph = new(() => FoldedGraph.OfGraph(graph, Condensation, options.ShowFramework));
        _drawnDag = new(() => FoldedGraph.OfCondensation(graph, Condensation, options.ShowFramework));
        _retained = new(() => RetainedCost.Of(graph));
        _advice = new(() => WhatToDo.Of(graph, Retained));
        _change = new(() => options.LockFile is { } lockFile ? ReviewedChange.Between(Snapshot.Of(lockFile), Snapshot.Of(graph, Sequence)) : null);
    }

    public LoadGraph Graph { get; }

    public ReportOptions Options { get; }

    public CancellationToken Cancellation { get; }

    public Condensation Condensation { get; }

    /// <summary>What would break each cycle.</summary>
    public IReadOnlyList<CycleCut> Cuts => _cuts.Value;

    public LoadSequence Sequence => _sequence.Value;

    /// <summary>The graph as it is drawn.</summary>
    public FoldedGraph DrawnGraph => _drawnGraph.Value;

    /// <summary>The condensation as it is drawn.</summary>
    public FoldedGraph DrawnDag => _drawnDag.Value;

    /// <summary>What startup would no longer load without a node or an edge.</summary>
    public RetainedCost Retained => _retained.Value;

    /// <summary>What would help most, the best first.</summary>
    public IReadOnlyList<Advice> Advice => _advice.Value;

    /// <summary>What changed against the lock file; null when there is none.</summary>
    public ReviewedChange? Change => _change.Value;

    /// <summary>What there is to say about the graph; without what the changes against a lock file say already.</summary>
    public IEnumerable<Finding> Findings =>
        Graph.Run.Findings.Concat(Options.Findings.Where(finding => Options.LockFile is null || !Check.IsDifference(finding)));

    /// <summary>What users should know, with a code.</summary>
    public List<Finding> Warnings { get; } = [];

    /// <summary>What only those who look for it want to know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Says something once, though several writers come upon it.</summary>
    public void Note(string note)
    {
        if (!Notes.Contains(note))
            Notes.Add(note);
    }

    /// <inheritdoc cref="Note"/>
    public void Warn(Finding warning)
    {
        if (!Warnings.Contains(warning))
            Warnings.Add(warning);
    }
}
