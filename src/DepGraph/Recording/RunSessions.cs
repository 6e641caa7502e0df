using DepGraph.Recording.Port;
using DepGraph.Recording.Processes;

namespace DepGraph.Recording;

/// <summary>The event sessions of a run: the app's own and those of its children.</summary>
/// <param name="loading">Told the simple name of each assembly of the app's own process as it is loaded.</param>
/// <param name="natives">Makes what watches the native libraries of a process, or null.</param>
/// <param name="isFull">What the runtime does besides compiling is asked for too.</param>
internal sealed class RunSessions(Action<string>? loading, Func<int, NativeWatch?> natives, bool isFull)
{
    private readonly object _gate = new();
    private readonly List<RuntimeSession> _sessions = [];
    private RuntimeSession? _main;
    private Task _greeting = Task.CompletedTask;

    /// <summary>Ends when the runtimes that have connected until now have their sessions.</summary>
    public Task Greeted
    {
        get
        {
            lock (_gate)
                return _greeting;
        }
    }

    /// <summary>
    /// The app's own session: of the first process that connected and, where that replaced itself (exec), of what it is now. Null until it connects.
    /// </summary>
    public RuntimeSession? Main
    {
        get
        {
            lock (_gate)
                return _main;
        }
    }

    public IReadOnlyList<RuntimeSession> Children
    {
        get
        {
            lock (_gate)
                return [.. _sessions.Where(s => s != _main)];
        }
    }

    /// <summary>How long no process of the run has loaded an assembly.</summary>
    public TimeSpan SinceLastLoad => Least(s => s.Trace.SinceLastLoad);

    /// <summary>How long no event has come from any process of the run.</summary>
    public TimeSpan SinceLastEvent => Least(s => s.Trace.SinceLastEvent);

    /// <summary>Every runtime that connects gets a session of its own and goes on at once: one that nobody answers would hang for ever.</summary>
    public async Task GreetAsync(IAsyncEnumerable<RuntimePort> arrivals)
    {
        var greetings = new List<Task>();
        await foreach (var runtime in arrivals.ConfigureAwait(false))
        {
            var greeting = GreetAsync(runtime);
            greetings.Add(greeting);
            lock (_gate)
                _greeting = Task.WhenAll(_greeting, greeting);
            if (Main is null)
                await greeting.ConfigureAwait(false);
        }

        await Task.WhenAll(greetings).ConfigureAwait(false);
    }

    /// <summary>Stops what still runs and waits until all events are here.</summary>
    public Task EndAsync()
    {
        lock (_gate)
            return Task.WhenAll(_sessions.Select(s => s.EndAsync()));
    }

    /// <summary>The process of each runtime that connected.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (_gate)
                return _sessions.ConvertAll(s => s.ProcessId);
        }
    }

    /// <summary>Stops the sessions of these processes and waits until all their events are here.</summary>
    public Task EndAsync(IReadOnlyList<int> processes)
    {
        lock (_gate)
            return Task.WhenAll(_sessions.Where(s => processes.Contains(s.ProcessId)).Select(s => s.EndAsync()));
    }

    private async Task GreetAsync(RuntimePort runtime)
    {
        if (await RuntimeSession.StartAsync(runtime, natives(runtime.ProcessId), isFull).ConfigureAwait(false) is not { } session)
            return;
        lock (_gate)
        {
            _sessions.Add(session);
            if (_main is not null && _main.ProcessId != session.ProcessId)
                return;
            _main = session;
            session.Trace.Loading = loading;
        }
    }

    private TimeSpan Least(Func<RuntimeSession, TimeSpan> since)
    {
        lock (_gate)
            return _sessions.Count == 0 ? TimeSpan.Zero : _sessions.Min(since);
    }
}
