using System.CommandLine;
using System.CommandLine.Parsing;
using DepGraph.Recording.Launch;
using DepGraph.Reports.Content;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Tool;

/// <summary>What <c>depgraph record</c> was asked for.</summary>
internal sealed class RecordRequest(RecordOptions options, ParseResult parsed)
{
    public string Folder { get; } = parsed.GetValue(options.Output)!;

    /// <summary>The name of the reports; null: the app's.</summary>
    public string? Name { get; } = parsed.GetValue(options.Name);

    public int Runs { get; } = parsed.GetValue(options.Runs);

    /// <summary>A further start shows what the runtime does besides compiling.</summary>
    public bool IsFull { get; } = parsed.GetValue(options.Detail) == Detail.Full;

    public string? LockPath { get; } = parsed.GetValue(options.Lock);

    public Budgets Budgets { get; } = new(parsed.GetValue(options.MaxAssemblies), parsed.GetValue(options.MaxReadyMs)) { Rules = options.Rules.Of(parsed) };

    public ReportOptions Reports { get; } =
        new() { Formats = ReportOptions.ParseFormats(parsed.GetValue(options.Formats)), ShowFramework = parsed.GetValue(options.ShowFramework) };

    public string? StartupProfilePath { get; } = parsed.GetValue(options.StartupProfile);

    /// <summary>A failed startup run is an error.</summary>
    public bool FailsBuild { get; } = parsed.GetValue(options.FailBuild);

    /// <summary>A build asks: only what its log needs is said.</summary>
    public bool IsBuild { get; } = parsed.GetValue(options.Build);

    /// <summary>The recording that is there is reported again, if there is one.</summary>
    public bool IsAgain { get; } = parsed.GetValue(options.Again);

    /// <summary>The lock file is written instead of compared with.</summary>
    public bool Accepts { get; } = parsed.GetValue(options.Accept);

    /// <summary>The file for the diagnostics, or null.</summary>
    public string? MessagesPath { get; } = parsed.GetValue(options.Messages);

    /// <summary>The file for the list of what was written, or null.</summary>
    public string? WrittenPath { get; } = parsed.GetValue(options.Written);

    /// <summary>The file whose appearance cancels, or null.</summary>
    public string? CancelPath { get; } = parsed.GetValue(options.CancelFile);

    /// <summary>What to start, with the launch profile read.</summary>
    /// <exception cref="DepGraphException">The launch settings cannot be read, or have no such profile.</exception>
    public RunOptions ToRunOptions()
    {
        var profile = parsed.GetValue(options.LaunchSettings) is { } settings
            ? LaunchProfile.ReadFile(settings, parsed.GetValue(options.LaunchProfile)) : null;
        string[] command = [.. parsed.GetValue(options.Command)!, .. ArgumentsOf(profile)];
        return new RunOptions
        {
            Command = command,
            WorkingDirectory = parsed.GetValue(options.WorkingDirectory),
            Environment = EnvironmentOf(profile),
            LogPath = Path.GetFullPath(Path.Combine(Folder, FileName.Of(Name ?? RunOptions.NameOf(command)) + ".log")),
            StartupProfilePath = StartupProfilePath,
            WithNatives = parsed.GetValue(options.Natives),
            Ready = parsed.GetValue(options.Ready),
            TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(options.Timeout)),
            QuietPeriod = TimeSpan.FromSeconds(parsed.GetValue(options.QuietPeriod)),
            StallPeriod = TimeSpan.FromSeconds(parsed.GetValue(options.StallPeriod)),
        };
    }

    private IEnumerable<string> ArgumentsOf(LaunchProfile? profile) =>
        profile is not null && parsed.GetValue(options.LaunchArguments) ? CommandLineParser.SplitCommandLine(profile.Arguments) : [];

    private Dictionary<string, string> EnvironmentOf(LaunchProfile? profile)
    {
        var environment = new Dictionary<string, string>(profile?.Environment ?? new Dictionary<string, string>());
        if (profile is not null)
            environment["DOTNET_LAUNCH_PROFILE"] = profile.Name;
        foreach (var pair in parsed.GetValue(options.Environment)!)
            environment[pair[..pair.IndexOf('=')]] = pair[(pair.IndexOf('=') + 1)..];
        return environment;
    }
}
