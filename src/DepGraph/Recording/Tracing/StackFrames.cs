using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>Turns the addresses of a stack into frames.</summary>
internal sealed class StackFrames
{
    private readonly StartupTrace _trace;
    private readonly TraceLoad[] _loads;
    private readonly MethodTable _methods;
    private readonly OpenCompiles _compiles;
    private readonly Dictionary<ulong, int> _loadOfAssembly = [];
    private readonly Dictionary<ulong[], IReadOnlyList<Frame>> _known = new(ReferenceEqualityComparer.Instance);

    public StackFrames(StartupTrace trace, TraceLoad[] loads)
    {
        _trace = trace;
        _loads = loads;
        _methods = new MethodTable(trace.Methods);
        _compiles = new OpenCompiles(trace.Jits);
        for (var i = 0; i < loads.Length; i++)
            _loadOfAssembly[loads[i].Assembly] = i;
    }

    /// <summary>The managed frames, innermost first; what is in no known method is left out.</summary>
    public IReadOnlyList<Frame> Of(ulong[] stack)
    {
        if (_known.TryGetValue(stack, out var known))
            return known;
        return _known[stack] = Frames(stack);
    }

    /// <summary>
    /// The same at a moment, with the methods that are being compiled: each lies between the frames that run for it and those that called it.
    /// </summary>
    public IReadOnlyList<Frame> At(long thread, long ticks, ulong[] stack)
    {
        var frames = new List<Frame>();
        var running = stack.AsSpan();
        foreach (var compile in _compiles.Around(thread, ticks, stack))
        {
            var inside = running.Length - compile.Stack.Length;
            if (inside < 0)
                continue; // told out of order
            frames.AddRange(Frames(running[..inside]));
            frames.Add(ToFrame(compile));
            running = running[inside..];
        }

        frames.AddRange(Frames(running));
        return frames;
    }

    /// <summary>The method that is being compiled, as a frame.</summary>
    public Frame ToFrame(TraceJit compile) => ToFrame(compile.Module, compile.Token, compile.Name, il: -1, isCompiling: true);

    /// <summary>The load of an assembly, or -1.</summary>
    public int LoadOfAssembly(ulong assembly) => _loadOfAssembly.GetValueOrDefault(assembly, -1);

    /// <summary>The load of a module's assembly, or -1.</summary>
    public int LoadOfModule(ulong module) => _trace.Modules.TryGetValue(module, out var m) ? LoadOfAssembly(m.Assembly) : -1;

    public bool IsCoreLib(Frame frame) => frame.Load >= 0 && AssemblyNames.IsCoreLib(AssemblyNames.Simple(_loads[frame.Load].FullName));

    private List<Frame> Frames(ReadOnlySpan<ulong> stack)
    {
        var frames = new List<Frame>();
        foreach (var address in stack)
        {
            if (ToFrame(address) is { } frame)
                frames.Add(frame);
        }

        return frames;
    }

    // What stands on a stack is where the call returns to: the call itself lies before it.
    private Frame? ToFrame(ulong address) => _methods.Find(address) is { } method
        ? ToFrame(method.Module, method.Token, method.Name, method.Map?.IlAt((long)(address - method.Start) - 1) ?? -1, isCompiling: false)
        : null;

    private Frame ToFrame(ulong module, int token, string method, int il, bool isCompiling)
    {
        var load = LoadOfModule(module);
        var assembly = load < 0 ? null : AssemblyNames.Simple(_loads[load].FullName);
        return new Frame(load, FrameText.Of(assembly, FolderNames.Remove(method), isCompiling), token, il, isCompiling);
    }
}
