using System.CommandLine;
using DepGraph.Graph;
using DepGraph.Recording.Processes;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Tool;

/// <summary>What <c>depgraph record</c> writes and says of a recording.</summary>
internal sealed class RecordReport(RecordOptions options, ParseResult parsed, string logPath)
{
    private string Folder => parsed.GetValue(options.Output)!;

    private bool Accepts => parsed.GetValue(options.Accept);

    /// <summary>The recording that lies in the folder; null when there is none that can be read.</summary>
    public LoadGraph? Last()
    {
        try
        {
            return GraphJsonReader.ReadFile(Path.Combine(Folder, FileName.Of(parsed.GetValue(options.Name) ?? "") + ".depgraph.json"));
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
        var line = parsed.GetValue(options.Build) ? Line(graph, isNew) : null;
        var (lockFile, problems) = LockFileOf(graph);
        var budgets = new Budgets(parsed.GetValue(options.MaxAssemblies), parsed.GetValue(options.MaxReadyMs));
        IReadOnlyList<Finding> checks = [.. problems, .. Check.Findings(graph, lockFile, budgets)];
        var written = ReportSet.Write(graph, Folder, ReportsWith(lockFile, checks), cancellation);
        var severity = graph.Run.IsPartial && parsed.GetValue(options.FailBuild) ? "error" : "warning";
        var findings = graph.Run.Findings.Select((f, i) => i == 0 && graph.Run.IsPartial ? f with { Message = $"{f.Message} Its output: {logPath}" } : f);
        // What could not be found out about an assembly is no fault of the app's: it is said, not warned of.
        var lines = findings.Select(f => Lines.Format(f.Code == Codes.ReferencesUnknown ? "info" : severity, f))
            .Concat(checks.Concat(written.Warnings).Select(f => Lines.Format("warning", f)))
            .Concat(Check.Advice(graph, budgets).Select(f => Lines.Format("info", f))).ToList();
        foreach (var text in lines) Console.WriteLine(text);
        foreach (var note in written.Notes) Console.WriteLine(note);
        if (parsed.GetValue(options.Messages) is { } messages) ListFile.Write(messages, lines);
        if (parsed.GetValue(options.Written) is { } list) ListFile.Write(list, [.. written.Files, .. StartupProfile(), logPath]);
        if (line is not null || isNew) Console.WriteLine(line ?? RecordSummary.Of(graph, Folder));
        return graph.Run.IsPartial ? ExitCodes.RunFailed : checks.Count > 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
    }

    /// <summary>Writes the lock file of a startup that is being accepted.</summary>
    /// <exception cref="DepGraphException">DG0013: the run was not whole. DG0011: the file cannot be written.</exception>
    private (LockFile? File, IEnumerable<Finding> Problems) LockFileOf(LoadGraph graph)
    {
        if (parsed.GetValue(options.Lock) is not { } path) return (null, []);
        if (Accepts) return (graph.Run.IsPartial ? null : AcceptedStartup.Write(graph, graph.App, path), []);
        try
        {
            return (LockFileJson.ReadFile(path), []);
        }
        catch (DepGraphException e)
        {
            return (null, [new Finding(e.Code, e.Message)]); // a damaged lock file costs the comparison, not the recording
        }
    }

    private ReportOptions ReportsWith(LockFile? lockFile, IReadOnlyList<Finding> checks) => new()
    {
        Formats = ReportOptions.ParseFormats(parsed.GetValue(options.Formats)),
        ShowFramework = parsed.GetValue(options.ShowFramework),
        LockFile = lockFile,
        Findings = checks,
    };

    // Asked before anything is written over.
    private string? Line(LoadGraph graph, bool isNew)
    {
        if (!isNew) return Accepts && !graph.Run.IsPartial ? BuildLine.OfAccepted(graph, Path.GetFullPath(parsed.GetValue(options.Lock)!)) : null;
        var formats = ReportOptions.ParseFormats(parsed.GetValue(options.Formats));
        var page = formats is null || formats.Contains("html", StringComparer.OrdinalIgnoreCase) ? FileName.Of(graph.App) + ".html" : "";
        var isFirst = parsed.GetValue(options.Written) is { } list && !File.Exists(list);
        return BuildLine.Of(graph, Last(), Path.GetFullPath(Path.Combine(Folder, page)), isFirst);
    }

    private IEnumerable<string> StartupProfile()
    {
        if (parsed.GetValue(options.StartupProfile) is not { } path) return [];
        if (File.Exists(path)) return [path];
        Console.WriteLine("There is no startup profile: the runtime writes it only when the app ends in order.");
        return [];
    }
}
