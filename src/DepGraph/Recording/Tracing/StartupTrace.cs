using System.Text;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>Takes in the events of one process: what was asked for, what was loaded, where each method lies, and the signals.</summary>
internal sealed class StartupTrace
{
    /// <summary>A load still belongs to the startup when it comes at most this long after the ready signal, or after another such load.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan SettlingAsSeenFromHere = Settling + TimeSpan.FromMilliseconds(150); // events come in batches, about every 100 ms
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(1);
    private static readonly byte[] StartedText = Encoding.Unicode.GetBytes("Application started");
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<(long Thread, Guid Activity), TraceBind> _openBinds = []; // an activity's id comes again once it has ended
    private readonly Dictionary<long, TraceMethod> _lastCompiled = []; // by thread
    private long _lastLoadAt = Environment.TickCount64;
    private long _lastEventAt = Environment.TickCount64;
    private long _readySeenAt;

    public List<TraceLoad> Loads { get; } = [];

    /// <summary>In order of their start.</summary>
    public List<TraceBind> Binds { get; } = [];

    public Dictionary<ulong, TraceModule> Modules { get; } = [];

    public List<TraceMethod> Methods { get; } = [];

    public List<TraceSample> Samples { get; } = [];

    public List<TraceJit> Jits { get; } = [];

    public List<TraceWait> Waits { get; } = [];

    public List<TraceStub> Stubs { get; } = [];

    public TraceWork RuntimeWork { get; } = new();

    /// <summary>Every event but the rundown's: when it was written, with how many frames, and whether it names a method.</summary>
    public List<(long Ticks, long Thread, int Frames, bool IsNamed)> Written { get; } = [];

    public EventCost EventCost { get; } = new();

    /// <summary>When the runtime began to start, in ticks; 0 when it did not say.</summary>
    public long RuntimeStart { get; private set; }

    /// <summary>The runtime's version, such as "8.0.31"; null when it did not say.</summary>
    public string? RuntimeVersion { get; private set; }

    public long ReadyAt { get; private set; }

    public long MainStop { get; private set; }

    /// <summary>The thread that runs Main; 0 when the runtime did not say.</summary>
    public long MainThread { get; private set; }

    public LockWaits Locks { get; } = new();

    /// <summary>When an exception was last thrown, in ticks; 0 when none was.</summary>
    public long LastException { get; private set; }

    /// <summary>The last event that was no rundown, in ticks.</summary>
    public long LastEvent { get; private set; }

    /// <summary>Told the simple name of each assembly as it is loaded.</summary>
    public Action<string>? Loading { get; set; }

    /// <summary>Ends with the signal's name when the app says that it is ready.</summary>
    public Task<string> Ready => _ready.Task;

    /// <summary>How long no assembly has been loaded, as seen from here.</summary>
    public TimeSpan SinceLastLoad => TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _lastLoadAt));

    /// <summary>
    /// True once the app is ready and what its other threads were at in that moment is done: no load for a while, or a limit. Without this the set of
    /// assemblies would be a matter of luck; a console logger, say, writes "Application started" on a thread of its own and loads an assembly for it.
    /// </summary>
    public bool HasSettled
    {
        get
        {
            if (!Ready.IsCompleted)
                return false;
            var sinceReady = TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _readySeenAt));
            return sinceReady > LongestSettling || (sinceReady > SettlingAsSeenFromHere && SinceLastLoad > SettlingAsSeenFromHere);
        }
    }

    /// <summary>How long no event has come, as seen from here.</summary>
    public TimeSpan SinceLastEvent => TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _lastEventAt));

    public void Handle(TraceEvent e)
    {
        if (e.Kind.Provider == RuntimeEvents.Rundown)
        {
            HandleRundown(e);
            return;
        }

        Interlocked.Exchange(ref _lastEventAt, Environment.TickCount64);
        LastEvent = Math.Max(LastEvent, e.Ticks);
        Written.Add((e.Ticks, e.Thread, e.Stack.Length,
            e.Kind is
            {
                Provider: RuntimeEvents.Runtime,
                Id: RuntimeEvents.JittingStarted or RuntimeEvents.MethodLoad or RuntimeEvents.TypeLoadStop or RuntimeEvents.EntryPoint,
            }));
        switch (e.Kind.Provider)
        {
            case RuntimeEvents.Runtime: HandleRuntime(e); break;
            case RuntimeEvents.Private when e.Kind.Id == RuntimeEvents.RuntimeStart: (RuntimeStart, MainThread) = (e.Ticks, e.Thread); break;
            case RuntimeEvents.Private when e.Kind.Id == RuntimeEvents.MainStop: MainStop = e.Ticks; break;
            case RuntimeEvents.Hosting when e.Kind.Name == "ServerReady": SignalReady(e, "ASP.NET Core ServerReady"); break;
            case RuntimeEvents.Startup when e.Kind.Name == "Ready": SignalReady(e, "DepGraph-Startup Ready"); break;
            case RuntimeEvents.Logging when SaysStarted(e): SignalReady(e, "Application started"); break;
        }
    }

    private void HandleRuntime(TraceEvent e)
    {
        if (e.Kind.Id == RuntimeEvents.MethodLoad)
            EventCost.MethodTold(e);
        else if (e.Kind.Id == RuntimeEvents.CodeMap)
            EventCost.MapTold(e);
        else
            EventCost.OtherTold(e);
        switch (e.Kind.Id)
        {
            case RuntimeEvents.BindStart:
                Binds.Add(TraceBind.Begin(e, _openBinds.GetValueOrDefault((e.Thread, e.RelatedActivity))));
                _openBinds[(e.Thread, e.Activity)] = Binds[^1];
                break;
            case RuntimeEvents.BindStop when _openBinds.Remove((e.Thread, e.Activity), out var bind):
                bind.Finish(e);
                break;
            case RuntimeEvents.ResolutionAttempted when _openBinds.TryGetValue((e.Thread, e.Activity), out var attempted):
                attempted.ReadAttempt(e);
                break;
            case RuntimeEvents.AssemblyLoad:
                Interlocked.Exchange(ref _lastLoadAt, Environment.TickCount64);
                Loads.Add(TraceLoad.Read(e));
                Loading?.Invoke(AssemblyNames.Simple(Loads[^1].FullName));
                break;
            case RuntimeEvents.ModuleLoad:
                var module = TraceModule.Read(e);
                Modules[module.Id] = module;
                break;
            case RuntimeEvents.MethodLoad:
                var method = TraceMethod.Read(e);
                Methods.Add(method);
                _lastCompiled[e.Thread] = method;
                Jits.Add(new TraceJit(e.Thread, e.Ticks, method.Id, method.Module, method.Token, method.Name, e.Stack, IsStart: false)
                {
                    IsSpecialized = method.IsSpecialized,
                });
                break;
            case RuntimeEvents.TypeLoadStart:
            case RuntimeEvents.TypeLoadStop:
            case RuntimeEvents.EntryPointStart:
            case RuntimeEvents.EntryPoint:
                RuntimeWork.Take(e);
                break;
            case RuntimeEvents.CodeMap:
                _lastCompiled.GetValueOrDefault(e.Thread)?.TakeMap(TraceCodeMap.Read(e));
                break;
            case RuntimeEvents.WaitStart:
            case RuntimeEvents.WaitStop:
                Waits.Add(new TraceWait(e.Thread, e.Ticks, e.Stack, e.Kind.Id == RuntimeEvents.WaitStart));
                return; // that a thread waits says nothing of whose code runs
            case RuntimeEvents.ContentionStart:
                Locks.Begin(e);
                Waits.Add(new TraceWait(e.Thread, e.Ticks, e.Stack, IsStart: true));
                break;
            case RuntimeEvents.ContentionStop:
                Locks.End(e);
                Waits.Add(new TraceWait(e.Thread, e.Ticks, e.Stack, IsStart: false));
                break;
            case RuntimeEvents.RuntimeInformation: RuntimeVersion = Tracing.RuntimeVersion.Read(e); break;
            case RuntimeEvents.ExceptionThrown: LastException = e.Ticks; break;
            case RuntimeEvents.StubGenerated: Stubs.Add(TraceStub.Read(e)); break;
            case RuntimeEvents.JittingStarted:
                Jits.Add(TraceJit.ReadStart(e));
                break;
        }

        if (e.Stack.Length > 0)
            Samples.Add(new TraceSample(e.Ticks, e.Thread, e.Stack));
    }

    private void HandleRundown(TraceEvent e)
    {
        EventCost.RundownTold(e);
        if (e.Kind.Id == RuntimeEvents.MethodRundown)
        {
            Methods.Add(TraceMethod.Read(e));
        }
        else if (e.Kind.Id == RuntimeEvents.ModuleRundown)
        {
            var module = TraceModule.Read(e);
            Modules.TryAdd(module.Id, module);
        }
    }

    private void SignalReady(TraceEvent e, string signal)
    {
        if (ReadyAt != 0)
            return;
        ReadyAt = e.Ticks;
        Interlocked.Exchange(ref _readySeenAt, Environment.TickCount64);
        _ready.TrySetResult(signal);
    }

    private static bool SaysStarted(TraceEvent e) =>
        e.Kind.Name == "FormattedMessage" && e.Payload.Span.IndexOf(StartedText) >= 0;
}
