using System.Diagnostics;
using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Port;
using DepGraph.Recording.Processes;
using DepGraph.Recording.Tracing;

namespace DepGraph.Recording;

/// <summary>The event session of one runtime.</summary>
internal sealed class RuntimeSession
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);
    private const uint BufferMegabytes = 256;
    private readonly RuntimePort _runtime;
    private readonly ulong _session;
    private readonly NettraceReader _reader;
    private readonly IdleWatch _idle;
    private readonly NativeWatch? _natives;

    private RuntimeSession(RuntimePort runtime, Stream events, ulong session, NativeWatch? natives)
    {
        _runtime = runtime;
        _session = session;
        _reader = new NettraceReader(events, Trace.Handle);
        Reading = Task.Factory.StartNew(() => Read(events), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _idle = IdleWatch.Start(ProcessId, Reading);
        _natives = natives;
        _ = Reading.ContinueWith(_ => natives?.End(), TaskScheduler.Default);
    }

    public int ProcessId => _runtime.ProcessId;

    public StartupTrace Trace { get; } = new();

    /// <summary>Ends with the event stream: the process ended, or the session was stopped.</summary>
    public Task Reading { get; }

    /// <summary>True when the app's own end closed the stream in order.</summary>
    public bool WasStopped { get; private set; }

    public bool IsComplete => _reader.IsComplete;

    public long EventsLost => _reader.EventsLost;

    /// <summary>What made the events unreadable, or null.</summary>
    public string? Damage { get; private set; }

    /// <summary>Starts the session and lets the runtime go on; null when the process was gone before that.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="natives">Watches its native libraries; null where they are not asked for.</param>
    /// <param name="isFull">What the runtime does besides compiling is asked for too.</param>
    public static async Task<RuntimeSession?> StartAsync(RuntimePort runtime, NativeWatch? natives, bool isFull)
    {
        using var limit = new CancellationTokenSource(AnswerLimit);
        try
        {
            natives?.Start(); // the runtime waits: it begins with what is there already
            var providers = RuntimeEvents.Providers(natives is not null, isFull);
            var (events, session) = await runtime.StartSessionAsync(providers, rundown: true, BufferMegabytes, limit.Token).ConfigureAwait(false);
            await runtime.ResumeAsync(limit.Token).ConfigureAwait(false);
            return new RuntimeSession(runtime, events, session, natives);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Threading.Channels.ChannelClosedException)
        {
            natives?.End();
            return null;
        }
    }

    /// <summary>Stops the session where it still runs and waits until all events are here.</summary>
    public async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(AnswerLimit);
        if (!Reading.IsCompleted)
        {
            _natives?.Look();
            WasStopped = true;
            try
            {
                await Task.WhenAny(_runtime.StopAsync(_session, limit.Token), Reading).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Threading.Channels.ChannelClosedException)
            {
                // The process went in between: its stream ends by itself.
            }
        }

        await Task.WhenAny(Reading, Task.Delay(AnswerLimit, limit.Token)).ConfigureAwait(false);
        await limit.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>The stack of each thread as it is now, by operating system id; empty when the runtime does not answer.</summary>
    public async Task<IReadOnlyDictionary<long, ulong[]>> TakeStacksAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(AnswerLimit);
        try
        {
            return await StackSamples.TakeAsync(_runtime, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException or System.Threading.Channels.ChannelClosedException)
        {
            return new Dictionary<long, ulong[]>(); // a report without frames is still a report
        }
    }

    /// <summary>What the events say, once all are here, of a run that ended so.</summary>
    public TraceTranslation Translation(RunOutcome outcome) =>
        new(Trace, _reader, Stopwatch.Frequency == _reader.Frequency ? _idle.Stretches
            : [], endsAtReady: outcome == RunOutcome.Ready, endsAtLastLoad: outcome == RunOutcome.Quiet);

    /// <summary>The native libraries it loaded, none where they were not asked for.</summary>
    /// <param name="translation">What its events say.</param>
    public IReadOnlyList<NativeLoad> Natives(TraceTranslation translation) =>
        _natives is null ? [] : NativeLoads.Of(_natives, Stopwatch.Frequency == _reader.Frequency ? translation.MomentMs : null);

    private void Read(Stream events)
    {
        using (events)
        {
            try
            {
                _reader.Read();
            }
            catch (InvalidDataException e)
            {
                Damage = e.Message;
            }
        }
    }
}
