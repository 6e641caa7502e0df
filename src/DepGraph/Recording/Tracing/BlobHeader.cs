namespace DepGraph.Recording.Tracing;

/// <summary>The header of one event in a block; each says only what differs from the one before.</summary>
internal readonly record struct BlobHeader(
    int Metadata, uint SequenceNumber, long CaptureThread, long Thread, int Stack, long Ticks, Guid Activity, Guid RelatedActivity, int PayloadLength)
{
    public BlobHeader ReadNext(ref ByteReader reader)
    {
        var flags = reader.Byte();
        var next = this;
        if ((flags & 1) != 0)
            next = next with { Metadata = (int)reader.VarUInt() };
        if ((flags & 2) != 0)
        {
            next = next with
            {
                SequenceNumber = unchecked(next.SequenceNumber + (uint)reader.VarUInt()),
                CaptureThread = (long)reader.VarUInt(),
            };
            reader.VarUInt(); // processor
        }

        if (next.Metadata != 0)
            next = next with { SequenceNumber = unchecked(next.SequenceNumber + 1) };
        if ((flags & 4) != 0)
            next = next with { Thread = (long)reader.VarUInt() };
        if ((flags & 8) != 0)
            next = next with { Stack = (int)reader.VarUInt() };
        next = next with { Ticks = unchecked(next.Ticks + (long)reader.VarUInt()) };
        if ((flags & 16) != 0)
            next = next with { Activity = reader.Guid() };
        if ((flags & 32) != 0)
            next = next with { RelatedActivity = reader.Guid() };
        if ((flags & 128) != 0)
            next = next with { PayloadLength = (int)reader.VarUInt() };
        return next;
    }
}
