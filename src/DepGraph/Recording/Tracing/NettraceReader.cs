using System.Text;

namespace DepGraph.Recording.Tracing;

/// <summary>
/// Reads a nettrace stream (version 4, the one a session of format 1 gives) block by block, as the blocks arrive. A stream that breaks off is
/// read to its last whole block: that is what a crashed app leaves, and its loads are in there.
/// Format: microsoft/perfview, src/TraceEvent/EventPipe/EventPipeFormat.md.
/// </summary>
internal sealed class NettraceReader(Stream stream, Action<TraceEvent> handle)
{
    private const int LongestBlock = 64 << 20;
    private const int Believed = 1 << 20;
    private const byte BeginObject = 5, EndObject = 6, NullReference = 1;
    private readonly EventBlockReader _events = new(handle);
    private long _position;

    /// <summary>The trace's clock at its start, in ticks.</summary>
    public long StartTicks { get; private set; }

    /// <summary>Ticks a second of the trace's clock.</summary>
    public long Frequency { get; private set; } = 1;

    /// <summary>Events the runtime says it wrote and that never came.</summary>
    public long EventsLost => _events.Lost;

    /// <summary>True when the stream ended with its end tag.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Reads to the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a nettrace of version 4.</exception>
    public void Read()
    {
        try
        {
            Expect("Nettrace"u8);
            Expect([20, 0, 0, 0]);
            Expect("!FastSerialization.1"u8);
            while (ReadObject())
            {
            }

            IsComplete = true;
        }
        catch (Exception e) when (e is EndOfStreamException or IOException)
        {
            // Broken off in the middle of a block: all before it is good.
        }
    }

    private bool ReadObject()
    {
        var tag = ReadBytes(1)[0];
        if (tag == NullReference)
            return false;
        if (tag != BeginObject)
            throw new InvalidDataException("The trace has no object where one must be.");
        Expect([BeginObject, NullReference]);
        ReadBytes(8);
        var nameLength = BitConverter.ToInt32(ReadBytes(4));
        if (nameLength is < 1 or > 64)
            throw new InvalidDataException("The trace has an object with an impossible name.");
        var name = Encoding.UTF8.GetString(ReadBytes(nameLength));
        Expect([EndObject]);
        if (name == "Trace")
            ReadTraceHeader();
        else
            ReadBlock(name);
        Expect([EndObject]);
        return true;
    }

    private void ReadTraceHeader()
    {
        var reader = new ByteReader(ReadBytes(48));
        reader.Bytes(16);
        StartTicks = reader.Int64();
        Frequency = Math.Max(1, reader.Int64());
        if (reader.Int32() != 8)
            throw new InvalidDataException("The trace is of a 32-bit process, which is not supported.");
    }

    private void ReadBlock(string name)
    {
        var length = BitConverter.ToInt32(ReadBytes(4));
        if (length is < 0 or > LongestBlock)
            throw new InvalidDataException("The trace has a block of impossible length.");
        ReadBytes((int)((4 - _position % 4) % 4));
        var block = ReadBytes(length);
        switch (name)
        {
            case "EventBlock": _events.ReadEvents(block); break;
            case "MetadataBlock": _events.ReadMetadata(block); break;
            case "StackBlock": _events.ReadStacks(block); break;
            case "SPBlock": _events.ReadSequencePoint(block); break;
        }
    }

    private void Expect(ReadOnlySpan<byte> bytes)
    {
        if (!ReadBytes(bytes.Length).AsSpan().SequenceEqual(bytes))
            throw new InvalidDataException("This is not a nettrace of version 4.");
    }

    /// <summary>Memory grows only with what really comes: a length alone is only a claim.</summary>
    private byte[] ReadBytes(int count)
    {
        var bytes = new byte[Math.Min(count, Believed)];
        stream.ReadExactly(bytes);
        while (bytes.Length < count)
        {
            var have = bytes.Length;
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * have));
            stream.ReadExactly(bytes.AsSpan(have));
        }

        _position += count;
        return bytes;
    }
}
