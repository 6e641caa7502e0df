using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>The <c>run</c> of a graph.</summary>
internal sealed record RunEntry(
    string Outcome,
    double ReadyMs,
    double RecorderMs,
    double UnattributedMs,
    double WaitingMs,
    long EventsLost,
    int Count,
    double? ReadySpreadMs,
    bool IsPartial,
    int? ExitCode,
    string? Runtime,
    string? Platform,
    IReadOnlyList<string> Command,
    string? WaitingIn,
    IEnumerable<WaitEntry> Waits,
    FailureEntry? Failure,
    IEnumerable<FindingEntry> Findings)
{
    public static RunEntry Of(LoadGraph graph)
    {
        var run = graph.Run;
        return new RunEntry(
            JsonFormat.Name(run.Outcome), run.ReadyMs, run.RecorderMs, run.UnattributedMs, run.WaitingMs, run.EventsLost, run.Count, run.ReadySpreadMs,
            run.IsPartial, run.ExitCode, run.Runtime, run.Platform, run.Command, run.WaitingIn,
            run.Waits.Select(wait => new WaitEntry(wait.AtMs, wait.Ms, wait.Node < 0 ? null : graph.Nodes[wait.Node].Id, wait.Frames)),
            run.Failure is { } failure ? new FailureEntry(failure.Summary, failure.Frames, failure.Loading, failure.Threads) : null,
            run.Findings.Select(finding => new FindingEntry(finding.Code, finding.Message)));
    }
}

internal sealed record WaitEntry(double AtMs, double Ms, string? Node, IReadOnlyList<string> Frames);

internal sealed record FailureEntry(string Summary, IReadOnlyList<string> Frames, string? Loading, IReadOnlyList<ThreadFrames> Threads);

internal sealed record FindingEntry(string Code, string Message);
