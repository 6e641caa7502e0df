using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Origins;

namespace DepGraph.Recording.Tracing;

/// <summary>Turns the raw events of a process into a <see cref="StartupEvents"/>: resolves stacks, pairs requests with loads, cuts at ready.</summary>
internal sealed class TraceTranslation
{
    private readonly StartupTrace _trace;
    private readonly TraceLoad[] _loads;
    private readonly StackFrames _stacks;
    private readonly long _start;
    private readonly long _end;
    private readonly long _lastRequest;
    private readonly double _ticksPerMs;
    private readonly CountedThreads _threads;
    private readonly RecorderShare _recorder;
    private readonly Lazy<FileOrigin> _origins;
    private readonly IReadOnlyList<(long From, long To)> _idle;
    private HashSet<string>? _ownMethods;

    /// <param name="idle">Stretches in which the process asked for no processor, in the trace's ticks.</param>
    public TraceTranslation(StartupTrace trace, NettraceReader reader, IReadOnlyList<(long From, long To)> idle, bool endsAtReady, bool endsAtLastLoad)
    {
        _trace = trace;
        _idle = idle;
        _ticksPerMs = reader.Frequency / 1000.0;
        _start = trace.RuntimeStart != 0 ? trace.RuntimeStart : reader.StartTicks;
        _loads = [.. trace.Loads.OrderBy(l => l.Ticks)];
        var lastLoad = _loads.Length == 0 ? _start : _loads[^1].Ticks;
        _end = endsAtReady && trace.ReadyAt != 0 ? trace.ReadyAt
            : endsAtLastLoad ? lastLoad
            : Math.Max(lastLoad, trace.MainStop != 0 ? trace.MainStop : trace.LastEvent);
        _loads = [.. UntilSettled()];
        _lastRequest = Settling + (_loads.Length == 0 ? _end : Math.Max(_end, _loads[^1].Ticks));
        _stacks = new StackFrames(trace, _loads);
        _threads = new CountedThreads(trace, StartupThread, _end, _ticksPerMs);
        _recorder = RecorderShare.Of(trace, _stacks, _threads, _end);
        _origins = new Lazy<FileOrigin>(() => new FileOrigin(AppFolder, DependencyManifest.Of(AppFolder, App ?? "").Frameworks));
    }

    public StartupEvents Translate(string fallbackName, RunFacts facts)
    {
        var modules = _trace.Modules.Values.ToLookup(m => _stacks.LoadOfAssembly(m.Assembly));
        var binds = _trace.Binds.Where(b => b.Start <= _lastRequest).OrderBy(b => b.Start).ToList();
        var pairs = BindPairing.Pair(_loads, binds);
        var indexOf = binds.Select((b, i) => (b, i)).ToDictionary(b => b.b, b => b.i);
        var loads =
            _loads.Select((l, i) => Translate(l, modules[i].FirstOrDefault(), pairs[i].Asked, pairs[i].Found < 0 ? null : binds[pairs[i].Found])).ToList();
        var readyMs = Ms(_end);
        var waits = new WaitObservations(_trace, _stacks, StartupThread, IsOwn, Ms).Waits(_idle, readyMs);
        var observations = new RunObservations(_trace, _stacks, _threads, IsOwn, StartupThread, _end, Ms);
        return new StartupEvents
        {
            App = App ?? fallbackName,
            AppFolder = AppFolder,
            Facts = facts,
            ReadyMs = readyMs,
            RecorderMs = RecorderTicks(_end) / _ticksPerMs,
            Runtime = RuntimeVersion.Name(_trace.RuntimeVersion, CoreLibrary),
            Loads = loads,
            Binds = [.. binds.Select((b, i) => Translate(b, OuterOf(b, i, indexOf)))],
            Samples = [.. observations.Samples().Concat(WaitObservations.Begins(waits)).OrderBy(s => s.AtMs)],
            Jits = observations.Jits(),
            RuntimeWork = observations.RuntimeWork(),
            Waits = waits,
            NativeCalls = [.. _trace.Stubs.OrderBy(s => s.Ticks).Select(s =>
                new NativeCallStub(MomentMs(s.Ticks), _stacks.LoadOfModule(s.Module), s.Token, _stacks.At(s.Thread, s.Ticks, s.Stack)))],
        };
    }

    /// <summary>Since the runtime's start, also of a moment behind the end of the startup.</summary>
    public double MomentMs(long ticks) => Ms(ticks) + (Math.Max(0, ticks - _end) / _ticksPerMs);

    /// <summary>What a request is nested in began before it: a trace that says otherwise would lead in circles.</summary>
    private static int OuterOf(TraceBind bind, int index, Dictionary<TraceBind, int> indexOf) =>
        bind.Outer is not null && indexOf.TryGetValue(bind.Outer, out var outer) && outer < index ? outer : -1;

    private long Settling => (long)(StartupTrace.Settling.TotalMilliseconds * _ticksPerMs);

    private IEnumerable<TraceLoad> UntilSettled()
    {
        var until = _end;
        foreach (var load in _loads.TakeWhile(l => l.Ticks <= until + Settling))
        {
            until = Math.Max(until, load.Ticks);
            yield return load;
        }
    }

    /// <summary>The frames of a stack, innermost first.</summary>
    public IReadOnlyList<string> Texts(ulong[] stack) => [.. _stacks.Of(stack).Select(f => f.Text)];

    /// <summary>The innermost frame that is not a shared framework's, or null.</summary>
    public string? OwnFrame(ulong[] stack) => _stacks.Of(stack).FirstOrDefault(IsOwn)?.Text;

    private bool IsOwn(Frame frame) => frame.Load >= 0 && _origins.Value.Of(PathOf(_loads[frame.Load])).Origin != Origin.Framework;

    /// <summary>True for a frame of a crash's report (<c>Type.Method(...)</c>, or with the assembly before it) that is no shared framework's.</summary>
    public bool IsOwn(string frame)
    {
        _ownMethods ??= OwnMethods();
        var method = frame.Split('(')[0];
        return _ownMethods.Contains(method[(method.IndexOf('!') + 1)..].Split('[')[0].Replace('+', '.'));
    }

    private HashSet<string> OwnMethods()
    {
        var own = _trace.Modules.Values.Where(m => m.Path.Length > 0 && _origins.Value.Of(m.Path).Origin != Origin.Framework).Select(m => m.Id).ToHashSet();
        var compiled = _trace.Methods.Select(m => (m.Module, m.Name)).Concat(_trace.Jits.Select(j => (j.Module, j.Name)));
        return compiled.Where(m => own.Contains(m.Module)).Select(m => m.Name.Split('[')[0].Replace('+', '.')).ToHashSet(StringComparer.Ordinal);
    }

    private TraceLoad? Entry => Array.Find(_loads, l => !AssemblyNames.IsCoreLib(AssemblyNames.Simple(l.FullName)));

    private string? App => Entry is { } entry ? AssemblyNames.Simple(entry.FullName) : null;

    private string? AppFolder => Entry is { IsDynamic: false } entry && Path.IsPathRooted(PathOf(entry)) ? Path.GetDirectoryName(PathOf(entry)) : null;

    private string? PathOf(TraceLoad load) => _trace.Modules.Values.FirstOrDefault(m => m.Assembly == load.Assembly)?.Path;

    private string? CoreLibrary => _trace.Modules.Values.FirstOrDefault(m => AssemblyNames.IsCoreLib(Path.GetFileNameWithoutExtension(m.Path)))?.Path;

    private long StartupThread => _trace.MainThread != 0 || _loads.Length == 0 ? _trace.MainThread : _loads[0].Thread;

    private long RecorderTicks(long until) => _recorder.Before(until) - _recorder.Before(Math.Min(until, _start));

    /// <summary>Since the runtime's start, without what the recording took until then: as in a plain start.</summary>
    private double Ms(long ticks)
    {
        var at = Math.Min(ticks, _end);
        return Math.Max(0, (at - _start - RecorderTicks(at)) / _ticksPerMs);
    }

    private LoadedAssembly Translate(TraceLoad load, TraceModule? module, int asked, TraceBind? found)
    {
        var path = module is null || module.Path.Length == 0 || !Path.IsPathRooted(module.Path) ? null : module.Path;
        return new LoadedAssembly(
            load.FullName, load.IsDynamic ? null : path, load.IsDynamic, module?.PdbSignature ?? Guid.Empty, module?.PdbPath ?? "",
            Ms(load.Ticks), Ms(module?.Ticks ?? load.Ticks), asked, found is null ? null
                : Context(found), load.Thread == StartupThread, _stacks.At(load.Thread, load.Ticks, load.Stack));
    }

    private BindRequest Translate(TraceBind bind, int outer) => new(
        bind.Name, bind.Requester, AssemblyNames.Context(bind.RequesterContext), Context(bind), outer,
        Ms(bind.Start), Ms(bind.End == 0 ? _end : bind.End), bind.Succeeded ? bind.ResultName : "", bind.Succeeded ? bind.ResultPath : "",
        bind.Thread == StartupThread, _stacks.At(bind.Thread, bind.Start, bind.Stack));

    private static string? Context(TraceBind bind) => bind.IsFromDefaultContext ? null : AssemblyNames.Context(bind.Context);
}
