using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>A stack as the way from assembly to assembly, without the core library: it is everybody's. Types and methods have numbers.</summary>
/// <param name="Nodes">The assemblies from the outermost to the innermost; one that calls itself is there once.</param>
/// <param name="Types">Their types, each once; the innermost first.</param>
/// <param name="Methods">Their methods, each once.</param>
internal sealed record CallPath(int[] Nodes, int[] Types, int[] Methods);

/// <summary>Makes the paths of a recording; a stack that comes again has the same one.</summary>
internal sealed class CallPaths(StartupEvents startup)
{
    private readonly Dictionary<IReadOnlyList<Frame>, CallPath> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (int Type, int Method)> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly bool[] _isCoreLib = [.. startup.Loads.Select(load => AssemblyNames.IsCoreLib(AssemblyNames.Simple(load.FullName)))];

    public CallPath Of(IReadOnlyList<Frame> stack)
    {
        if (_known.TryGetValue(stack, out var known))
            return known;
        var (nodes, types, methods) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var frame in stack)
        {
            if (frame.Load < 0 || _isCoreLib[frame.Load])
                continue;
            if (nodes.Count == 0 || nodes[^1] != frame.Load)
                nodes.Add(frame.Load);
            var (type, method) = NumbersOf(frame);
            if (!types.Contains(type))
                types.Add(type);
            if (!methods.Contains(method))
                methods.Add(method);
        }

        nodes.Reverse();
        return _known[stack] = new CallPath([.. nodes], [.. types], [.. methods]);
    }

    /// <summary>
    /// The numbers of a frame's type and method. Types that the compiler made inside one, and all instances of a generic one, are the same.
    /// </summary>
    public (int Type, int Method) NumbersOf(Frame frame)
    {
        if (_numbers.TryGetValue(frame.Text, out var numbers))
            return numbers;
        var method = frame.Text.AsSpan(frame.Text.IndexOf('!') + 1);
        var inner = method.IndexOfAny('[', '+');
        var type = $"{frame.Load}!{(inner >= 0 ? method[..inner] : method[..Math.Max(0, method.LastIndexOf('.'))].TrimEnd('.'))}";
        if (!_types.TryGetValue(type, out var number))
            _types[type] = number = _types.Count;
        return _numbers[frame.Text] = (number, _numbers.Count);
    }

    public bool IsCoreLib(int load) => _isCoreLib[load];
}
