using DepGraph.Graph;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Processes;

namespace DepGraph.Recording;

/// <summary>Watches a running app and tells when, and why, the recording ends.</summary>
internal sealed class RunSupervision(RunOptions options, AppProcess app, RunSessions sessions, CrashWatch crashes, CrashEvidence evidence)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    // Once the process has ended its events are on their way; so is its output, but a child may have taken over the pipes.
    private static readonly TimeSpan LastEvents = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastOutput = TimeSpan.FromSeconds(1);
    private readonly CpuActivity _activity = new(app);

    public async Task<RunEnd> WaitAsync(CancellationToken cancellation)
    {
        var limit = Environment.TickCount64 + (long)options.TimeLimit.TotalMilliseconds;
        while (!cancellation.IsCancellationRequested)
        {
            if (app.Exited.IsCompleted)
                return new RunEnd(await ExitedAsync().ConfigureAwait(false));
            _activity.Update();
            var reached = Reached() ?? (Environment.TickCount64 >= limit ? RunOutcome.TimeLimit : null);
            if (reached is { } outcome)
                return new RunEnd(outcome, await StacksAsync(outcome, cancellation).ConfigureAwait(false));
            await Task.WhenAny(app.Exited, HeedsSignals && sessions.Main is { Trace.Ready.IsCompleted: false } main ? main.Trace.Ready
                : app.Exited, Task.Delay(Tick, CancellationToken.None)).ConfigureAwait(false);
        }

        return new RunEnd(RunOutcome.Cancelled);
    }

    private RunOutcome? Reached()
    {
        if (sessions.Main is not { } main)
            return _activity.SinceLastStep > options.StallPeriod ? RunOutcome.Stalled : null;
        if (HeedsSignals && main.Trace.HasSettled)
            return RunOutcome.Ready;
        if (HeedsQuiet && sessions.SinceLastLoad > options.QuietPeriod && !_activity.IsBusy && !crashes.IsDumping)
            return main.Trace.Locks.FindRing().Count > 0 ? RunOutcome.Stalled : Standing(RunOutcome.Quiet);
        var stillFor = sessions.SinceLastEvent < _activity.SinceLastStep ? sessions.SinceLastEvent : _activity.SinceLastStep;
        return stillFor > options.StallPeriod && !crashes.IsDumping ? Standing(RunOutcome.Stalled) : null;
    }

    private RunOutcome Standing(RunOutcome still) => evidence.SaysStackIsFull ? RunOutcome.Crashed : still;

    private bool HeedsSignals => options.Ready is ReadyMode.Auto or ReadyMode.Signal;

    private bool HeedsQuiet => options.Ready is ReadyMode.Auto or ReadyMode.Quiet;

    private async Task<IReadOnlyDictionary<long, ulong[]>> StacksAsync(RunOutcome outcome, CancellationToken cancellation) =>
        outcome == RunOutcome.Ready || crashes.IsDumping || sessions.Main is not { } main
            ? new Dictionary<long, ulong[]>()
            : await main.TakeStacksAsync(cancellation).ConfigureAwait(false);

    private async Task<RunOutcome> ExitedAsync()
    {
        await Task.WhenAny(EventsAsync(), Task.Delay(LastEvents)).ConfigureAwait(false);
        await Task.WhenAny(app.Silent, Task.Delay(LastOutput)).ConfigureAwait(false);
        if (app.ExitCode == 0)
            return HeedsSignals && sessions.Main is { Trace.Ready.IsCompleted: true } ? RunOutcome.Ready : RunOutcome.Exited;
        // Exit codes of the host, which has said what is wrong, are the same numbers as those of signals.
        if (sessions.Main is not { } runtime)
            return RunOutcome.NotStarted;
        return evidence.Find(runtime.ProcessId) is null ? RunOutcome.ExitedWithError : RunOutcome.Crashed;
    }

    private async Task EventsAsync()
    {
        await sessions.Greeted.ConfigureAwait(false);
        if (sessions.Main is { } main)
            await main.Reading.ConfigureAwait(false);
    }
}
