using System.Text;

namespace DepGraph.Tests.Support;

/// <summary>Writes a nettrace stream of version 4 as a runtime would.</summary>
internal sealed class TraceStream
{
    private readonly MemoryStream _stream = new();

    public TraceStream()
    {
        Write("Nettrace"u8, [20, 0, 0, 0], "!FastSerialization.1"u8);
        var header = new EventBytes().Add(new byte[16]).Int64(1000).Int64(1_000_000).Int32(8).Add(new byte[12]).ToArray();
        Object("Trace", () => Write(header));
    }

    /// <summary>Says what the number of an event stands for.</summary>
    public TraceStream Metadata(int number, string provider, int id, string name)
    {
        var payload = new EventBytes().Int32(number).Text(provider).Int32(id).Text(name).Int64(0).Int32(0).Int32(0).Int32(0).ToArray();
        return Block("MetadataBlock", [.. Header, .. Blob(0, 0, 1, 0, payload)]);
    }

    /// <summary>A block of events of one thread, their numbers one up each; each has one byte of payload.</summary>
    public TraceStream Events(int metadata, params uint[] sequenceNumbers)
    {
        var last = 0u;
        var blobs = new List<byte>();
        foreach (var number in sequenceNumbers)
        {
            blobs.AddRange(Blob(metadata, number - last - 1, 7, 10, [42]));
            last = number;
        }

        return Block("EventBlock", [.. Header, .. blobs]);
    }

    /// <summary>A block of events of one thread, each with a stack of its own number.</summary>
    public TraceStream Events(params (int Metadata, byte Stack, byte[] Payload)[] events) =>
        Block("EventBlock", [.. Header, .. events.SelectMany(e => BlobWithStack(e.Metadata, e.Stack, e.Payload))]);

    /// <summary>Stacks, numbered from 1.</summary>
    public TraceStream Stacks(params ulong[][] stacks) => Block("StackBlock",
        [.. new EventBytes().Int32(1).Int32(stacks.Length)
            .ToArray(), .. stacks.SelectMany(s => new EventBytes().Int32(s.Length * 8).Add([.. s.SelectMany(BitConverter.GetBytes)]).ToArray())]);

    /// <summary>Says how far a thread has come.</summary>
    public TraceStream SequencePoint(long thread, int number) => Block("SPBlock", new EventBytes().Int64(0).Int32(1).Int64(thread).Int32(number).ToArray());

    public TraceStream Block(string name, byte[] content)
    {
        Object(name, () =>
        {
            Write(BitConverter.GetBytes(content.Length));
            Write(new byte[(4 - _stream.Position % 4) % 4], content);
        });
        return this;
    }

    public byte[] End()
    {
        Write([1]);
        return _stream.ToArray();
    }

    public byte[] BreakOff() => _stream.ToArray();

    // 20 bytes, compressed headers
    private static byte[] Header => [20, 0, 1, 0, .. new byte[16]];

    private static byte[] Blob(int metadata, uint sequenceStep, byte thread, byte ticks, byte[] payload)
    {
        const byte allButStackAndActivities = 1 | 2 | 4 | 128;
        return [allButStackAndActivities, .. VarUInt((uint)metadata), .. VarUInt(sequenceStep), thread, 0, thread, ticks,
            .. VarUInt((uint)payload.Length), .. payload];
    }

    private static byte[] BlobWithStack(int metadata, byte stack, byte[] payload)
    {
        const byte allButActivities = 1 | 2 | 4 | 8 | 128;
        return [allButActivities, .. VarUInt((uint)metadata), 0, 7, 0, 7, stack, 10, .. VarUInt((uint)payload.Length), .. payload];
    }

    private static byte[] VarUInt(uint value) => value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. VarUInt(value >> 7)];

    private void Object(string name, Action content)
    {
        Write([5, 5, 1], new byte[8], BitConverter.GetBytes(name.Length), Encoding.UTF8.GetBytes(name), [6]);
        content();
        Write([6]);
    }

    private void Write(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default, ReadOnlySpan<byte> third = default, ReadOnlySpan<byte> fourth = default,
        ReadOnlySpan<byte> fifth = default)
    {
        _stream.Write(first);
        _stream.Write(second);
        _stream.Write(third);
        _stream.Write(fourth);
        _stream.Write(fifth);
    }
}
