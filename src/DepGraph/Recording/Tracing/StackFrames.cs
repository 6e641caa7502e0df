namespace DepGraph.Recording.Tracing;

/// <summary>Turns the addresses of a stack into frames.</summary>
internal sealed class StackFrames
{
    private readonly StartupTrace _trace;
    private readonly TraceLoad[] _loads;
    private readonly MethodTable _methods;
    private readonly Dictionary<ulong, int> _loadOfAssembly = [];
    private readonly Dictionary<ulong[], IReadOnlyList<Frame>> _known = new(ReferenceEqualityComparer.Instance);

    public StackFrames(StartupTrace trace, TraceLoad[] loads)
    {
        _trace = trace;
        _loads = loads;
        _methods = new MethodTable(trace.Methods);
        for (var i = 0; i < loads.Length; i++) _loadOfAssembly[loads[i].Assembly] = i;
    }

    /// <summary>The managed frames, innermost first; what is in no known method is left out.</summary>
    public IReadOnlyList<Frame> Of(ulong[] stack)
    {
        if (_known.TryGetValue(stack, out var known)) return known;
        return _known[stack] = [.. stack.Select(_methods.Find).OfType<TraceMethod>().Select(ToFrame)];
    }

    /// <summary>The load of an assembly, or -1.</summary>
    public int LoadOfAssembly(ulong assembly) => _loadOfAssembly.GetValueOrDefault(assembly, -1);

    /// <summary>The load of a module's assembly, or -1.</summary>
    public int LoadOfModule(ulong module) => _trace.Modules.TryGetValue(module, out var m) ? LoadOfAssembly(m.Assembly) : -1;

    public bool IsCoreLib(Frame frame) => frame.Load >= 0 && AssemblyNames.IsCoreLib(AssemblyNames.Simple(_loads[frame.Load].FullName));

    private Frame ToFrame(TraceMethod method)
    {
        var load = LoadOfModule(method.Module);
        return new Frame(load, load < 0 ? method.Name : $"{AssemblyNames.Simple(_loads[load].FullName)}!{method.Name}");
    }
}
