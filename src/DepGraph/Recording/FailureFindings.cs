using System.Globalization;
using DepGraph.Graph;
using DepGraph.Recording.Failures;
using DepGraph.Recording.Launch;

namespace DepGraph.Recording;

/// <summary>Says in one line each, with its code, what went wrong and what to do about it.</summary>
internal static class FailureFindings
{
    private const int FramesInALine = 4;

    public static IEnumerable<Finding> Of(RunOptions options, RunOutcome outcome, Failure? problem, RuntimeSession? main)
    {
        var app = RunOptions.NameOf(options.Command);
        if (LoadsNothing(options, problem, main))
        {
            yield return new Finding(Codes.NoAssemblyLoads,
                $"{app} tells of no assembly loads: it was compiled ahead of time (NativeAOT), or its runtime is Mono. " +
                "Record what an ordinary build of it makes, without PublishAot.");
        }
        else if (problem is { } failure)
        {
            yield return Describe(app, outcome, failure, main is not null);
        }

        if (main is { EventsLost: > 0 })
            yield return new Finding(Codes.EventsLost, Inv($"The runtime dropped {main.EventsLost} events of {app}: assemblies or edges may be missing."));
        if (main?.Damage is { } damage)
            yield return new Finding(Codes.EventsLost, $"The events of {app} became unreadable ({damage}): what came after is missing.");
        else if (outcome is RunOutcome.Exited or RunOutcome.Crashed && main is { IsComplete: false })
            yield return new Finding(Codes.EventsLost,
                $"{app} ended without handing over its last events: assemblies loaded in its last moments may be missing.");
    }

    // The runtime of NativeAOT connects only where the app was built with EventSourceSupport; else its file tells.
    private static bool LoadsNothing(RunOptions options, Failure? problem, RuntimeSession? main) => main is null
        ? NativeAotApp.Is(AppFiles.Of(options.Command, options.WorkingDirectory).Path)
        : problem is null && main.Trace.Loads.Count == 0;

    private static Finding Describe(string app, RunOutcome outcome, Failure failure, bool hasConnected)
    {
        var loaded = failure.Loading is { } name ? $" Last loaded: {name}." : "";
        return outcome switch
        {
            RunOutcome.Crashed or RunOutcome.ExitedWithError when TakenAddress.In(failure.Summary) is { } address => new(Codes.AddressTaken,
                $"{app} could not listen: {address} is in use already.{At(failure)} What is set in code cannot be moved from outside: leave it out where " +
                    $"DEPGRAPH_RECORDING is 1, or free it. If it comes from arguments, give others (in a build: DepGraphArguments=\"--urls " +
                        $"http://127.0.0.1:0\")."),
            RunOutcome.Crashed => new(Codes.AppCrashed, $"{app} crashed: {Sentence(failure.Summary)}{At(failure)}{loaded}"),
            RunOutcome.ExitedWithError =>
                new(Codes.AppExitedWithError,
                $"{app} ended with {Sentence(failure.Summary)}{loaded} If it needs arguments, give them (in a build: DepGraphArguments)."),
            RunOutcome.NotStarted => new(Codes.AppNotStarted, $"{app} ended before managed code ran, with {Sentence(failure.Summary)}"),
            _ when !hasConnected => new(Codes.RecordingSwitchedOff,
                $"No .NET runtime of {app} connected to the recorder. It is not a .NET program (NativeAOT is none in this respect), or diagnostics are " +
                    $"switched off for it: DOTNET_EnableDiagnostics must not be 0."),
            RunOutcome.Stalled => new(Codes.AppStalled, $"{app} stalled: {Sentence(failure.Summary)}{In(failure)}{loaded}"),
            _ => new(Codes.TimeLimitReached,
                $"{app} was {Sentence(failure.Summary)}{In(failure)}{loaded} A longer limit is set with --timeout (in a build: DepGraphTimeout)."),
        };
    }

    private static string At(Failure failure) => failure.Frames.Count == 0 ? "" : $" At {Frames(failure)}.";

    private static string In(Failure failure) =>
        failure.Frames.Count == 0 || failure.Summary.StartsWith(FailureReport.Deadlocked, StringComparison.Ordinal) ? ""
        : $" The main thread is in {Frames(failure)}.";

    /// <summary>The innermost frames, and the innermost of the app's own code where it is not among them: a framework's alone do not say where.</summary>
    private static string Frames(Failure failure)
    {
        var innermost = string.Join(" < ", failure.Frames.Take(FramesInALine));
        if (failure.OwnFrame is not { } own || failure.Frames.Take(FramesInALine).Contains(own))
            return innermost;
        return failure.Frames.ElementAtOrDefault(FramesInALine) == own ? $"{innermost} < {own}" : $"{innermost} < … < {own}";
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
