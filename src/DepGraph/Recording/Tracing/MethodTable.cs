namespace DepGraph.Recording.Tracing;

/// <summary>Finds the method an address lies in.</summary>
internal sealed class MethodTable
{
    private readonly TraceMethod[] _methods;
    private readonly ulong[] _starts;

    public MethodTable(IEnumerable<TraceMethod> methods)
    {
        // The rundown tells of each method once more, without its map.
        _methods = methods.OrderBy(m => m.Start).ThenBy(m => m.Map is null).DistinctBy(m => m.Start).ToArray();
        _starts = Array.ConvertAll(_methods, m => m.Start);
    }

    /// <summary>The method at <paramref name="address"/>, or null.</summary>
    public TraceMethod? Find(ulong address)
    {
        var index = Array.BinarySearch(_starts, address);
        if (index < 0)
            index = ~index - 1;
        return index >= 0 && address - _starts[index] < _methods[index].Length ? _methods[index] : null;
    }
}
