namespace DepGraph.Recording.Tracing;

/// <summary>The runtime made the code that marshals the calls of a method (event 88). Its payload goes on with names and that code as text.</summary>
internal sealed record TraceStub(ulong Module, int Token, long Ticks, long Thread, ulong[] Stack)
{
    public static TraceStub Read(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        reader.Bytes(2); // runtime instance
        var module = reader.UInt64();
        reader.Bytes(8 + 4); // the stub's id, flags
        return new TraceStub(module, reader.Int32(), e.Ticks, e.Thread, e.Stack);
    }
}
