using System.CommandLine;
using System.CommandLine.Parsing;
using DepGraph.Graph;
using DepGraph.Recording;
using DepGraph.Recording.Graphs;
using DepGraph.Reports;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary><c>depgraph record</c>: one startup, recorded and reported.</summary>
internal sealed class RecordCommand(RecordOptions options, ParseResult parsed)
{
    public static Command Create()
    {
        var options = new RecordOptions();
        var command = options.ToCommand();
        command.SetAction((parsed, cancellation) => new RecordCommand(options, parsed).RunAsync(cancellation));
        return command;
    }

    private bool IsBuild => parsed.GetValue(options.Build);

    private string Folder => parsed.GetValue(options.Output)!;

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var cancelled = CancelFile.Watch(parsed.GetValue(options.CancelFile), cancellation);
        try
        {
            return await RecordAsync(cancelled.Token);
        }
        catch (DepGraphException e) when (IsBuild && !parsed.GetValue(options.FailBuild) && e.Code != Codes.InvalidOption)
        {
            // A build must not fail because nobody could watch its app start.
            var line = Lines.Format("warning", new Finding(e.Code, e.Message));
            Console.WriteLine(line);
            if (parsed.GetValue(options.Messages) is { } messages) ListFile.Write(messages, [line]);
            return ExitCodes.RunFailed;
        }
    }

    private async Task<int> RecordAsync(CancellationToken cancellation)
    {
        var runOptions = ToRunOptions();
        var graphs = new List<LoadGraph>();
        for (var i = 0; i < parsed.GetValue(options.Runs); i++)
        {
            var graph = await RecordingProgress.ShowAsync(IsBuild, runOptions, cancellation);
            if (graph.Run.Outcome == RunOutcome.Cancelled) throw new OperationCanceledException();
            graphs.Add(graph);
            if (graph.Run.IsPartial) break;
        }

        var result = graphs[^1].Run.IsPartial ? graphs[^1] : SeveralRuns.Median(graphs);
        if (parsed.GetValue(options.Name) is { } name) result = result with { App = name };
        return Report(result, runOptions.LogPath!, cancellation);
    }

    private int Report(LoadGraph graph, string logPath, CancellationToken cancellation)
    {
        var (lockFile, problem) = ReadLockFile();
        var budgets = new Budgets(parsed.GetValue(options.MaxAssemblies), parsed.GetValue(options.MaxReadyMs));
        IReadOnlyList<Finding> checks = [.. problem, .. Check.Findings(graph, lockFile, budgets)];
        var reportOptions = new ReportOptions
        {
            Formats = ReportOptions.ParseFormats(parsed.GetValue(options.Formats)),
            ShowFramework = parsed.GetValue(options.ShowFramework),
            LockFile = lockFile,
            Findings = checks,
        };
        var written = ReportSet.Write(graph, Folder, reportOptions, cancellation);
        var severity = graph.Run.IsPartial && parsed.GetValue(options.FailBuild) ? "error" : "warning";
        var findings = graph.Run.Findings.Select((f, i) => i == 0 && graph.Run.IsPartial ? f with { Message = $"{f.Message} Its output: {logPath}" } : f);
        // What could not be found out about an assembly is no fault of the app's: it is said, not warned of.
        var lines = findings.Select(f => Lines.Format(f.Code == Codes.ReferencesUnknown ? "info" : severity, f))
            .Concat(checks.Concat(written.Warnings).Select(f => Lines.Format("warning", f)))
            .Concat(Check.Advice(graph, budgets).Select(f => Lines.Format("info", f))).ToList();
        foreach (var line in lines) Console.WriteLine(line);
        foreach (var note in written.Notes) Console.WriteLine(note);
        if (parsed.GetValue(options.Messages) is { } messages) ListFile.Write(messages, lines);
        if (parsed.GetValue(options.Written) is { } list) ListFile.Write(list, [.. written.Files, .. StartupProfile(), logPath]);
        Console.WriteLine(RecordSummary.Of(graph, Folder));
        return graph.Run.IsPartial ? ExitCodes.RunFailed : checks.Count > 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
    }

    /// <summary>A damaged lock file costs the comparison, not the recording.</summary>
    private (LockFile? File, IEnumerable<Finding> Problem) ReadLockFile()
    {
        if (parsed.GetValue(options.Lock) is not { } path) return (null, []);
        try
        {
            return (LockFileJson.ReadFile(path), []);
        }
        catch (DepGraphException e)
        {
            return (null, [new Finding(e.Code, e.Message)]);
        }
    }

    private IEnumerable<string> StartupProfile()
    {
        if (parsed.GetValue(options.StartupProfile) is not { } path) return [];
        if (File.Exists(path)) return [path];
        Console.WriteLine("There is no startup profile: the runtime writes it only when the app ends in order.");
        return [];
    }

    private RunOptions ToRunOptions()
    {
        var profile = Profile();
        string[] command = [.. parsed.GetValue(options.Command)!, .. ArgumentsOf(profile)];
        var environment = new Dictionary<string, string>(profile?.Environment ?? new Dictionary<string, string>());
        if (profile is not null) environment["DOTNET_LAUNCH_PROFILE"] = profile.Name;
        foreach (var pair in parsed.GetValue(options.Environment)!)
            environment[pair[..pair.IndexOf('=')]] = pair[(pair.IndexOf('=') + 1)..];
        return new RunOptions
        {
            Command = command,
            WorkingDirectory = parsed.GetValue(options.WorkingDirectory),
            Environment = environment,
            LogPath = Path.GetFullPath(Path.Combine(Folder, FileName.Of(parsed.GetValue(options.Name) ?? RunOptions.NameOf(command)) + ".log")),
            StartupProfilePath = parsed.GetValue(options.StartupProfile),
            Ready = parsed.GetValue(options.Ready),
            TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(options.Timeout)),
            QuietPeriod = TimeSpan.FromSeconds(parsed.GetValue(options.QuietPeriod)),
            StallPeriod = TimeSpan.FromSeconds(parsed.GetValue(options.StallPeriod)),
        };
    }

    private IEnumerable<string> ArgumentsOf(LaunchProfile? profile) =>
        profile is not null && parsed.GetValue(options.LaunchArguments) ? CommandLineParser.SplitCommandLine(profile.Arguments) : [];

    private LaunchProfile? Profile()
    {
        if (parsed.GetValue(options.LaunchSettings) is not { } path) return null;
        return LaunchProfile.Read(File.ReadAllText(path), parsed.GetValue(options.LaunchProfile));
    }
}
