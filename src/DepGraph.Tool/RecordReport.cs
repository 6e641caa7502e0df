using DepGraph.Graph;
using DepGraph.Reports;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Tool;

/// <summary>What <c>depgraph record</c> writes and says of a recording.</summary>
internal sealed class RecordReport(RecordRequest request, string logPath)
{
    /// <summary>The recording that lies in the folder; null when there is none that can be read.</summary>
    public LoadGraph? Last()
    {
        try
        {
            return GraphJsonReader.ReadFile(Path.Combine(request.Folder, FileName.Of(request.Name ?? "") + ".depgraph.json"));
        }
        catch (DepGraphException)
        {
            return null; // it is made anew
        }
    }

    /// <summary>Writes the reports and says what there is to say.</summary>
    /// <param name="graph">The recording.</param>
    /// <param name="isNew">False: nothing was started, it is <see cref="Last"/> again.</param>
    /// <returns>The command's exit code.</returns>
    public int Write(LoadGraph graph, bool isNew, CancellationToken cancellation)
    {
        var line = request.IsBuild ? Line(graph, isNew) : null;
        var (lockFile, problems) = LockFileOf(graph);
        IReadOnlyList<Finding> checks = [.. problems, .. Check.Findings(graph, lockFile, request.Budgets)];
        var written = ReportSet.Write(graph, request.Folder, request.Reports with { LockFile = lockFile, Findings = checks }, cancellation);
        var lines = Diagnostics(graph, checks, written.Warnings).ToList();
        foreach (var text in lines.Concat(written.Notes))
            Console.WriteLine(text);
        if (request.MessagesPath is { } messages)
            ListFile.Write(messages, lines);
        if (request.WrittenPath is { } list)
            ListFile.Write(list, [.. written.Files, .. StartupProfile(), logPath]);
        if (line is not null || isNew)
            Console.WriteLine(line ?? RecordSummary.Of(graph, request.Folder));
        if (!request.IsBuild && isNew && !graph.Run.IsPartial)
            RecordSummary.Advice(graph).ToList().ForEach(Console.WriteLine);
        return graph.Run.IsPartial ? ExitCodes.RunFailed : checks.Count > 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
    }

    private IEnumerable<string> Diagnostics(LoadGraph graph, IReadOnlyList<Finding> checks, IReadOnlyList<Finding> warnings)
    {
        var severity = graph.Run.IsPartial && request.FailsBuild ? "error" : "warning";
        var findings = graph.Run.Findings.Select((f, i) => i == 0 && graph.Run.IsPartial ? f with { Message = $"{f.Message} Its output: {logPath}" } : f);
        // What could not be found out about an assembly is no fault of the app's: it is said, not warned of.
        return findings.Select(f => CanonicalLine.Format(f.Code == Codes.ReferencesUnknown ? "info" : severity, f))
            .Concat(checks.Concat(warnings).Select(f => CanonicalLine.Format("warning", f)))
            .Concat(Check.Advice(graph, request.Budgets).Select(f => CanonicalLine.Format("info", f)));
    }

    /// <summary>Writes the lock file of a startup that is being accepted.</summary>
    /// <exception cref="DepGraphException">DG0013: the run was not whole. DG0011: the file cannot be written.</exception>
    private (LockFile? File, IEnumerable<Finding> Problems) LockFileOf(LoadGraph graph)
    {
        if (request.LockPath is not { } path)
            return (null, []);
        if (request.Accepts)
            return (graph.Run.IsPartial ? null : AcceptedStartup.Write(graph, graph.App, path), []);
        try
        {
            return (LockFileJson.ReadFile(path), []);
        }
        catch (DepGraphException e)
        {
            return (null, [new Finding(e.Code, e.Message)]); // a damaged lock file costs the comparison, not the recording
        }
    }

    // Asked before anything is written over.
    private string? Line(LoadGraph graph, bool isNew)
    {
        if (!isNew)
            return request.Accepts && !graph.Run.IsPartial ? BuildLine.OfAccepted(graph, Path.GetFullPath(request.LockPath!)) : null;
        var formats = request.Reports.Formats;
        var page = formats is null || formats.Contains("html", StringComparer.OrdinalIgnoreCase) ? FileName.Of(graph.App) + ".html" : "";
        var isFirst = request.WrittenPath is { } list && !File.Exists(list);
        return BuildLine.Of(graph, Last(), Path.GetFullPath(Path.Combine(request.Folder, page)), isFirst);
    }

    private IEnumerable<string> StartupProfile()
    {
        if (request.StartupProfilePath is not { } path)
            return [];
        if (File.Exists(path))
            return [path];
        Console.WriteLine("There is no startup profile: the runtime writes it only when the app ends in order.");
        return [];
    }
}
