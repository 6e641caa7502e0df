namespace DepGraph.Recording.Tracing;

/// <summary>
/// What the runtime did besides compiling: types it loaded (events 73 and 74), precompiled code it looked up and made ready (160 and 159; where there is none,
/// no end is told).
/// </summary>
internal sealed class TraceWork
{
    private readonly Dictionary<(long Thread, bool IsTypeLoad, ulong Id), TraceEvent> _open = [];

    /// <summary>In the order of their ends.</summary>
    public List<TraceWorkStretch> Stretches { get; } = [];

    public void Take(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        var isTypeLoad = e.Kind.Id is RuntimeEvents.TypeLoadStart or RuntimeEvents.TypeLoadStop;
        var key = (e.Thread, isTypeLoad, isTypeLoad ? (uint)reader.Int32() : reader.UInt64());
        if (e.Kind.Id is RuntimeEvents.TypeLoadStart or RuntimeEvents.EntryPointStart)
            _open[key] = e;
        else if (_open.Remove(key, out var start))
            Stretches.Add(new TraceWorkStretch(isTypeLoad, e.Thread, start.Ticks, e.Ticks, start.Stack));
    }
}

/// <summary>One of them.</summary>
/// <param name="IsTypeLoad">A type was loaded; else precompiled code was made ready.</param>
/// <param name="Stack">Return addresses where it began, innermost first.</param>
internal sealed record TraceWorkStretch(bool IsTypeLoad, long Thread, long Start, long End, ulong[] Stack);
