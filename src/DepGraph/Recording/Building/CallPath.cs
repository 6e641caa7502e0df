using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>A stack as the way from assembly to assembly, without the core library: it is everybody's.</summary>
/// <param name="Nodes">The assemblies from the outermost to the innermost; one that calls itself is there once.</param>
/// <param name="Types">Their types, by number, each once; the innermost first.</param>
/// <param name="Methods">Their methods, each once.</param>
internal sealed record CallPath(IReadOnlyList<int> Nodes, IReadOnlyList<int> Types, IReadOnlyList<string> Methods);

/// <summary>Makes the paths of a recording; a stack that comes again has the same one.</summary>
internal sealed class CallPaths
{
    private readonly Dictionary<IReadOnlyList<Frame>, CallPath> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly bool[] _isCoreLib;

    public CallPaths(StartupEvents startup) => _isCoreLib = [.. startup.Loads.Select(load => AssemblyNames.IsCoreLib(AssemblyNames.Simple(load.FullName)))];

    /// <summary>How many types have a number.</summary>
    public int Types => _types.Count;

    public CallPath Of(IReadOnlyList<Frame> stack)
    {
        if (_known.TryGetValue(stack, out var known))
            return known;
        var frames = stack.Where(frame => frame.Load >= 0 && !_isCoreLib[frame.Load]).ToList();
        var nodes = new List<int>();
        foreach (var frame in Enumerable.Reverse(frames))
        {
            if (nodes.Count == 0 || nodes[^1] != frame.Load)
                nodes.Add(frame.Load);
        }

        return _known[stack] = new CallPath(nodes, [.. frames.Select(TypeOf).Distinct()], [.. frames.Select(frame => frame.Text).Distinct()]);
    }

    /// <summary>The number of a frame's type; those the compiler made inside it, and all instances of a generic one, are the same.</summary>
    public int TypeOf(Frame frame)
    {
        var text = frame.Text.AsSpan(frame.Text.IndexOf('!') + 1);
        var method = text.IndexOfAny('[', '+');
        text = method >= 0 ? text[..method] : text[..Math.Max(0, text.LastIndexOf('.'))].TrimEnd('.');
        var name = $"{frame.Load}!{text}";
        return _types.TryGetValue(name, out var type) ? type : _types[name] = _types.Count;
    }

    public bool IsCoreLib(int load) => _isCoreLib[load];
}
