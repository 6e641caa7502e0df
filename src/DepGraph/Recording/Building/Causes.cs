using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Origins;
using DepGraph.Recording.Symbols;

namespace DepGraph.Recording.Building;

/// <summary>The frames behind a request.</summary>
/// <param name="Frames">Innermost first, with the lines that are known.</param>
/// <param name="Source">The innermost line whose file is on this machine, or null.</param>
internal sealed record Cause(IReadOnlyList<string> Frames, SourcePlace? Source);

/// <summary>Writes frames, with the lines of code whose symbols are at hand.</summary>
internal sealed class Causes : IDisposable
{
    private const int Deepest = 16;
    private readonly StartupEvents _startup;
    private readonly AssemblyFiles _files;
    private readonly FileOrigin _origins;
    private readonly Dictionary<int, AssemblySymbols?> _symbols = [];
    private readonly Dictionary<string, bool> _exists = [];
    private readonly Dictionary<(int Load, int Token, string Wanted), string> _requesters = [];

    public Causes(StartupEvents startup, AssemblyFiles files, FileOrigin origins)
    {
        (_startup, _files, _origins) = (startup, files, origins);
        foreach (var bind in startup.Binds)
        {
            foreach (var frame in bind.Stack.Where(f => f.IsCompiling))
                _requesters.TryAdd(Key(frame, bind.Name), AssemblyNames.Simple(bind.Requester));
        }
    }

    public Cause Of(BindRequest bind) => Of(bind.Stack, bind.Name);

    public Cause Of(LoadedAssembly load) => Of(load.Stack, load.FullName);

    /// <summary>The frames of code that ran.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<Frame> stack) => Of(stack, wanted: "").Frames;

    /// <summary>True where the symbols of an assembly, which is no framework's, are at hand.</summary>
    public bool KnowsLinesOf(int load) => SymbolsOf(load) is not null;

    /// <summary>The line of a frame, where its file is on this machine.</summary>
    /// <param name="frame">Of code that ran, or that is being compiled.</param>
    /// <param name="wanted">Display name of what was loaded while it was compiled; empty where that is not it.</param>
    public SourcePlace? OwnPlaceOf(Frame frame, string wanted) => PlaceOf(frame, wanted) is { } place && Exists(place.File) ? place : null;

    /// <summary>Where the type of a constructor is handed to a container; null where that is not known.</summary>
    public SourcePlace? RegistrationOf(Frame constructor) => SymbolsOf(constructor.Load)?.RegistrationOf(constructor.Token);

    /// <summary>The file of a line, as it was compiled into an assembly.</summary>
    public SourceText TextOf(int load, string file) => SourceText.Read(file, SymbolsOf(load)?.ChecksumOf(file) ?? "");

    public void Dispose()
    {
        foreach (var symbols in _symbols.Values)
            symbols?.Dispose();
    }

    private Cause Of(IReadOnlyList<Frame> stack, string wanted)
    {
        var frames = stack.Select(f => (f.Text, Place: PlaceOf(f, wanted))).ToList();
        var own = frames.FindIndex(f => f.Place is not null && File.Exists(f.Place.File));
        var told = frames.Where((_, i) => i < Deepest || i == own); // however deep it lies, a reader looks for the own code first
        return new Cause([.. told.Select(f => f.Place is null ? f.Text : FrameText.At(f.Text, f.Place))], own < 0 ? null : frames[own].Place);
    }

    private bool Exists(string file) => _exists.TryGetValue(file, out var known) ? known : _exists[file] = File.Exists(file);

    private SourcePlace? PlaceOf(Frame frame, string wanted)
    {
        if (frame.Token == 0 || SymbolsOf(frame.Load) is not { } symbols)
            return null;
        return frame.IsCompiling ? symbols.LineThatNeeds(frame.Token, FirstWanted(frame, wanted)) : symbols.LineAt(frame.Token, frame.Il);
    }

    /// <summary>
    /// What the method itself names: that may have needed another, and that one what is wanted in the end. Null where it was there before, so that no line
    /// tells.
    /// </summary>
    private string? FirstWanted(Frame compiling, string wanted)
    {
        var own = AssemblyNames.Simple(_startup.Loads[compiling.Load].FullName);
        var name = AssemblyNames.Simple(wanted);
        for (var steps = 0; steps < Deepest && _requesters.TryGetValue(Key(compiling, name), out var requester); steps++)
        {
            if (requester == own)
                return name;
            name = requester;
        }

        return null;
    }

    private AssemblySymbols? SymbolsOf(int load)
    {
        if (load < 0)
            return null;
        if (_symbols.TryGetValue(load, out var known))
            return known;
        var assembly = _startup.Loads[load];
        return _symbols[load] = _origins.Of(assembly.Path).Origin == Origin.Framework ? null : _files.SymbolsOf(assembly);
    }

    private static (int Load, int Token, string Wanted) Key(Frame frame, string wanted) => (frame.Load, frame.Token, AssemblyNames.Simple(wanted));
}
