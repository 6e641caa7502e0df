using System.CommandLine;
using System.CommandLine.Parsing;
using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Launch;
using DepGraph.Text;

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
        catch (DepGraphException e) when (IsBuild && !parsed.GetValue(options.FailBuild) && !parsed.GetValue(options.Accept) && e.Code != Codes.InvalidOption)
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
        var report = new RecordReport(options, parsed, runOptions.LogPath!);
        if (parsed.GetValue(options.Again) && report.Last() is { } last) return Report(last, report, isNew: false, cancellation);
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
        return Report(result, report, isNew: true, cancellation);
    }

    private int Report(LoadGraph graph, RecordReport report, bool isNew, CancellationToken cancellation)
    {
        var exitCode = report.Write(graph, isNew, cancellation);
        if (!graph.Run.IsPartial || !parsed.GetValue(options.Accept)) return exitCode;
        // Asked for in so many words, and not done: an error in a build too.
        Lines.Error(Codes.InvalidInput, AcceptedStartup.Refusal(graph.App));
        return ExitCodes.RunFailed;
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
