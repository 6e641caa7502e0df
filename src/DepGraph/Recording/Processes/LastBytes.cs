namespace DepGraph.Recording.Processes;

/// <summary>Keeps the last bytes of a stream that may be endless.</summary>
internal sealed class LastBytes(int capacity)
{
    private readonly byte[] _ring = new byte[capacity];
    private long _written;

    /// <summary>How many bytes are no longer here.</summary>
    public long Forgotten => Math.Max(0, _written - capacity);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _written += Math.Max(0, bytes.Length - capacity);
        if (bytes.Length > capacity)
            bytes = bytes[^capacity..];
        var start = (int)(_written % capacity);
        var untilEnd = Math.Min(bytes.Length, capacity - start);
        bytes[..untilEnd].CopyTo(_ring.AsSpan(start));
        bytes[untilEnd..].CopyTo(_ring);
        _written += bytes.Length;
    }

    public byte[] ToArray()
    {
        if (_written <= capacity)
            return _ring[..(int)_written];
        var start = (int)(_written % capacity);
        return [.. _ring.AsSpan(start), .. _ring.AsSpan(0, start)];
    }
}
