namespace DepGraph.Recording.Tracing;

/// <summary>Reads the blocks of a nettrace and keeps what one block says for the next: metadata, stacks, sequence numbers.</summary>
internal sealed class EventBlockReader(Action<TraceEvent> handle)
{
    private readonly Dictionary<int, EventKind> _kinds = [];
    private readonly Dictionary<int, ulong[]> _stacks = [];
    private readonly Dictionary<long, uint> _sequenceNumbers = [];

    /// <summary>Events that are missing, told from gaps in each thread's sequence numbers.</summary>
    public long Lost { get; private set; }

    public void ReadMetadata(byte[] block) => ReadBlobs(block, (_, payload) =>
    {
        var reader = new ByteReader(payload.Span);
        var number = reader.Int32();
        var provider = reader.Utf16();
        var id = reader.Int32();
        var name = reader.Utf16();
        reader.Int64();
        _kinds[number] = new EventKind(provider, id, name, reader.Int32());
    });

    public void ReadEvents(byte[] block) => ReadBlobs(block, (header, payload) =>
    {
        CountLost(header.CaptureThread, header.SequenceNumber);
        if (!_kinds.TryGetValue(header.Metadata, out var kind))
            return;
        var stack = _stacks.GetValueOrDefault(header.Stack, []);
        handle(new TraceEvent(kind, header.Ticks, header.Thread, stack, header.Activity, header.RelatedActivity, payload));
    });

    public void ReadStacks(byte[] block)
    {
        var reader = new ByteReader(block);
        var first = reader.Int32();
        var count = reader.Int32();
        for (var i = 0; i < count; i++)
        {
            var bytes = new ByteReader(reader.Bytes(reader.Int32()));
            var addresses = new ulong[bytes.Left / 8];
            for (var k = 0; k < addresses.Length; k++)
                addresses[k] = bytes.UInt64();
            _stacks[unchecked(first + i)] = addresses;
        }
    }

    /// <summary>A sequence point says how far each thread had come; stack numbers begin anew behind it.</summary>
    public void ReadSequencePoint(byte[] block)
    {
        var reader = new ByteReader(block);
        reader.Int64();
        var threads = reader.Int32();
        for (var i = 0; i < threads; i++)
        {
            var thread = reader.Int64();
            CountLost(thread, unchecked((uint)reader.Int32() + 1));
            _sequenceNumbers[thread]--;
        }

        _stacks.Clear();
    }

    private static void ReadBlobs(byte[] block, Action<BlobHeader, ReadOnlyMemory<byte>> read)
    {
        var reader = new ByteReader(block);
        if (reader.IsAtEnd)
            return;
        var headerLength = reader.Int16();
        var isCompressed = (reader.Int16() & 1) != 0;
        if (!isCompressed || headerLength < 4)
            throw new InvalidDataException("The trace has a block of a kind that is not supported.");
        reader.Bytes(headerLength - 4);
        var header = default(BlobHeader);
        while (!reader.IsAtEnd)
        {
            header = header.ReadNext(ref reader);
            var start = block.Length - reader.Left;
            reader.Bytes(header.PayloadLength);
            read(header, block.AsMemory(start, header.PayloadLength));
        }
    }

    private void CountLost(long thread, uint number)
    {
        // Numbers wrap; a step backwards is damage, not a loss.
        var gap = unchecked((int)(number - _sequenceNumbers.GetValueOrDefault(thread) - 1));
        if (gap > 0)
            Lost += gap;
        _sequenceNumbers[thread] = number;
    }
}
