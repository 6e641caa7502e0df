using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DepGraph.Recording.Tracing;

/// <summary>Reads little-endian values from a span; anything past its end is a <see cref="InvalidDataException"/>.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly int Left => _rest.Length;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)_rest.Length)
            throw new InvalidDataException("The trace ends inside a value.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public byte Byte() => Bytes(1)[0];

    public short Int16() => BinaryPrimitives.ReadInt16LittleEndian(Bytes(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    public Guid Guid() => new(Bytes(16));

    /// <summary>An unsigned integer in groups of seven bits, lowest first.</summary>
    public ulong VarUInt()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new InvalidDataException("The trace holds an integer that is too long.");
    }

    /// <summary>UTF-16 up to a NUL.</summary>
    public string Utf16()
    {
        var units = MemoryMarshal.Cast<byte, char>(_rest);
        var end = units.IndexOf('\0');
        if (end < 0)
            throw new InvalidDataException("The trace holds a string without an end.");
        var text = units[..end].ToString();
        _rest = _rest[((end + 1) * sizeof(char))..];
        return text;
    }
}
