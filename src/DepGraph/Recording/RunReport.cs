using System.Runtime.InteropServices;
using DepGraph.Graph;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Model;
using DepGraph.Recording.Processes;

namespace DepGraph.Recording;

/// <summary>Says how a run went.</summary>
internal static class RunReport
{
    public static RunFacts Describe(RunOptions options, AppProcess app, RunEnd end, RuntimeSession? main, FailureReport report)
    {
        var failure = report.Describe();
        return new RunFacts
        {
            Outcome = end.Outcome,
            IsPartial = end.Outcome is not (RunOutcome.Ready or RunOutcome.Exited or RunOutcome.Quiet) || main is not { Trace.Loads.Count: > 0 },
            ExitCode = end.Outcome is RunOutcome.Exited or RunOutcome.ExitedWithError or RunOutcome.NotStarted or RunOutcome.Crashed ? app.ExitCode : null,
            EventsLost = main?.EventsLost ?? 0,
            Platform = RuntimeInformation.RuntimeIdentifier,
            Command = [.. options.Command.Select(WithoutFolder)],
            Failure = failure,
            WaitingIn = report.WaitingIn(),
            Findings = [.. FailureFindings.Of(options, end.Outcome, failure, main)],
        };
    }

    /// <summary>A child counts as ended where its events did, else as still running when the app was ready.</summary>
    public static RunFacts DescribeChild(RuntimeSession session) => new()
    {
        Outcome = session.WasStopped || !session.IsComplete ? RunOutcome.Quiet : RunOutcome.Exited,
        EventsLost = session.EventsLost,
        Platform = RuntimeInformation.RuntimeIdentifier,
    };

    private static string WithoutFolder(string argument) =>
        File.Exists(argument) ? Path.GetFileName(argument) : RootedPaths.ToFileNames(argument);
}
