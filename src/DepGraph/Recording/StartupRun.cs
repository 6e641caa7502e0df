using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Model;
using DepGraph.Recording.Port;
using DepGraph.Recording.Processes;
using DepGraph.Recording.Tracing;

namespace DepGraph.Recording;

/// <summary>Starts an app once, records what it loads until it is ready, and leaves nothing of it running.</summary>
public sealed class StartupRun
{
    private readonly RunOptions _options;
    private readonly RunFolder _folder;
    private readonly DiagnosticPort _port;
    private readonly AppLog _log = new();
    private readonly RunSessions _sessions;

    private StartupRun(RunOptions options, RunFolder folder, DiagnosticPort port)
    {
        _options = options;
        _folder = folder;
        _port = port;
        _sessions = new RunSessions(
            options.Loading, process => options.WithNatives ? new NativeWatch(process, folder.LinkerLogOf(process)) : null, options.IsFull);
    }

    /// <summary>Records one startup. An app that fails gives a recording too: of what it did until then, with <see cref="Run.Failure"/>.</summary>
    /// <param name="options">What to start and when to end.</param>
    /// <param name="cancellation">Ends the app's whole tree; the recording then says <see cref="RunOutcome.Cancelled"/>.</param>
    /// <exception cref="DepGraphException">There is no such program, or the log cannot be written.</exception>
    public static async Task<LoadGraph> RecordAsync(RunOptions options, CancellationToken cancellation) =>
        RecordedGraph.From(await EventsAsync(options, cancellation).ConfigureAwait(false));

    private static async Task<StartupEvents> EventsAsync(RunOptions options, CancellationToken cancellation)
    {
        using var folder = RunFolder.Create();
        await using var port = new DiagnosticPort(folder.Path);
        using var guard = RunGuard.Start(folder.Path, port.Address);
        var run = new StartupRun(options, folder, port);
        return await run.RecordAsync(guard, cancellation).ConfigureAwait(false);
    }

    private async Task<StartupEvents> RecordAsync(RunGuard guard, CancellationToken cancellation)
    {
        using var gate = new CrashGate(_folder.Path);
        using var app = AppProcess.Start(_options, _port, _folder, gate, _log);
        guard.Watch(app.Id);
        var evidence = new CrashEvidence(app, _folder);
        using var over = new CancellationTokenSource();
        var crashes = new CrashWatch(app, _sessions, gate);
        var watching = crashes.RunAsync(over.Token);
        var greeting = _sessions.GreetAsync(_port.Arrivals);
        var end = new RunEnd(RunOutcome.Cancelled);
        try
        {
            end = await new RunSupervision(_options, app, _sessions, crashes, evidence).WaitAsync(cancellation).ConfigureAwait(false);
            if (end.Outcome != RunOutcome.Cancelled && !evidence.SaysStackIsFull)
                await _sessions.EndAsync().ConfigureAwait(false);
        }
        finally
        {
            await app.EndAsync(end.Outcome is RunOutcome.Ready or RunOutcome.Quiet ? _options.GracePeriod : TimeSpan.Zero).ConfigureAwait(false);
        }

        await over.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        await _port.CloseAsync().ConfigureAwait(false);
        await greeting.ConfigureAwait(false);
        await _sessions.EndAsync().ConfigureAwait(false);
        RuntimeFiles.Remove([app.Id, .. _sessions.ProcessIds]);
        if (end.Outcome == RunOutcome.Cancelled)
            return Translate(app, evidence, end);
        if (_options.StartupProfilePath is not null)
            _folder.KeepStartupProfile(_options.StartupProfilePath);
        if (_options.LogPath is not null)
            _log.Save(_options.LogPath);
        return Translate(app, evidence, end);
    }

    private StartupEvents Translate(AppProcess app, CrashEvidence evidence, RunEnd end)
    {
        var name = RunOptions.NameOf(_options.Command);
        var main = _sessions.Main;
        var translation = main?.Translation(end.Outcome);
        var report = new FailureReport(_options, app, evidence, end, main, translation);
        var facts = RunReport.Describe(_options, app, end, main, report);
        if (translation is null)
            return new StartupEvents { App = name, Facts = facts, Loads = [], Binds = [], Samples = [], Jits = [] };
        var children = _sessions.Children.Select(s => (Session: s, Facts: RunReport.DescribeChild(s)))
            .Select(c => Translate(c.Session, c.Session.Translation(c.Facts.Outcome), c.Facts));
        return Translate(main!, translation, facts) with { Children = [.. children.OrderBy(c => c.App, StringComparer.Ordinal)] };

        StartupEvents Translate(RuntimeSession session, TraceTranslation of, RunFacts said) =>
            of.Translate(name, said) with { Natives = session.Natives(of) };
    }
}
