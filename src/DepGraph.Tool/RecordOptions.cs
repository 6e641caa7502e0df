using System.CommandLine;
using System.CommandLine.Parsing;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Processes;

namespace DepGraph.Tool;

/// <summary>The options of <c>depgraph record</c>.</summary>
internal sealed class RecordOptions
{
    public Option<string> Output { get; } = new("--output", "-o") { Description = "The folder for the reports.", DefaultValueFactory = _ => "depgraph" };

    public Option<string?> Name { get; } = new("--name") { Description = "The name of the reports; the app's by default." };

    public Option<double> Timeout { get; } = Seconds("--timeout", "The longest the startup may take, in seconds.", 60);

    public Option<ReadyMode> Ready { get; } = new("--ready") { Description = "What ends the recording: exit, signal, quiet, or auto (a signal, else quiet)." };

    public Option<double> QuietPeriod { get; } = Seconds("--quiet-period", "Seconds without a load after which an app without a signal counts as ready.", 3);

    public Option<double> StallPeriod { get; } =
        Seconds("--stall-period", "Seconds without an event and without CPU time after which the app counts as stalled.", 10);

    public Option<string?> WorkingDirectory { get; } = new("--working-directory") { Description = "The folder the app starts in." };

    public Option<string[]> Environment { get; } = new("--environment", "-e") { Description = "NAME=VALUE, set for the app.", DefaultValueFactory = _ => [] };

    public Option<string?> LaunchSettings { get; } =
        new("--launch-settings") { Description = "A launchSettings.json; the app starts as 'dotnet run' would start it." };

    public Option<string?> LaunchProfile { get; } =
        new("--launch-profile") { Description = "The profile to take from it; the first that starts the project by default." };

    public Option<bool> LaunchArguments { get; } = new("--launch-arguments") { Description = "Give the app the profile's arguments behind its own." };

    public Option<string?> Formats { get; } = new("--formats") { Description = "Which reports to write, separated by commas; all by default." };

    public Option<bool> ShowFramework { get; } = new("--show-framework") { Description = "Draw each assembly of the shared frameworks." };

    public Option<double?> MaxReadyMs { get; } =
        new("--max-ready-ms") { Description = "Say so when startup takes longer than this, in milliseconds; a time fails nothing." };

    public Option<int?> MaxAssemblies { get; } = new("--max-assemblies") { Description = "Say so when startup loads more assemblies than this." };

    public RuleOptions Rules { get; } = new();

    public Option<string?> Lock { get; } = new("--lock") { Description = "Compare with this lock file." };

    public Option<int> Runs { get; } = new("--runs") { Description = "Start the app this many times and keep the median times.", DefaultValueFactory = _ => 1 };

    public Option<bool> FailBuild { get; } = new("--fail-build") { Description = "A failed startup run is an error, not a warning." };

    public Option<string?> StartupProfile { get; } = new("--startup-profile") { Description = "Also gather the runtime's startup profile into this file." };

    public Option<bool> Natives { get; } = new("--natives") { Description = "Also record the native libraries it loads; in their order on Linux with glibc." };

    public Option<Detail> Detail { get; } =
        new("--detail") { Description = "usual, or full: another start shows the time that goes into loading types and readying precompiled code." };

    public Option<string?> Messages { get; } = new("--messages") { Description = "Also write the diagnostics to this file.", Hidden = true };

    public Option<string?> CancelFile { get; } = new("--cancel-file") { Description = "Cancel when this file appears.", Hidden = true };

    public Option<string?> Written { get; } = new("--written") { Description = "List the written files in this file.", Hidden = true };

    public Option<bool> Again { get; } = new("--again") { Description = "Start nothing where the folder holds a recording: report that again.", Hidden = true };

    public Option<bool> Accept { get; } = new("--accept") { Description = "Write the lock file instead of comparing with it.", Hidden = true };

    public Option<bool> Build { get; } = new("--build") { Description = "Say only what a build log needs.", Hidden = true };

    public Argument<string[]> Command { get; } = new("command") { Description = "The app and its arguments, behind --.", Arity = ArgumentArity.OneOrMore };

    public Command ToCommand()
    {
        var command = new Command("record", "Starts an app once and records what it loads until it is ready.")
        {
            Output, Name, Timeout, Ready, QuietPeriod, StallPeriod, WorkingDirectory, Environment, LaunchSettings, LaunchProfile, LaunchArguments, Formats,
            ShowFramework, MaxAssemblies, MaxReadyMs, Rules.Lazy, Rules.Only,
            Lock, Runs, FailBuild, StartupProfile, Natives, Detail, Messages, CancelFile, Written, Build, Again, Accept,
            Command,
        };
        Runs.Validators.Add(r => Require<int>(r, runs => runs is >= 1 and <= 1000, "--runs takes a number from 1 to 1000."));
        Environment.Validators.Add(r => Require<string[]>(r, all => all.All(e => e.IndexOf('=') > 0), "--environment takes NAME=VALUE."));
        return command;
    }

    private static Option<double> Seconds(string name, string description, double standard)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(r => Require<double>(r, seconds => seconds is > 0 and <= 86400, $"{name} takes seconds, above 0 and at most 86400."));
        return option;
    }

    private static void Require<T>(OptionResult result, Func<T, bool> holds, string otherwise)
    {
        try
        {
            if (!holds(result.GetValueOrDefault<T>()!))
                result.AddError(otherwise);
        }
        catch (InvalidOperationException)
        {
            result.AddError(otherwise); // not even of the right type
        }
    }
}
