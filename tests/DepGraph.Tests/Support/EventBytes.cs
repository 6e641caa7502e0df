using System.Text;

namespace DepGraph.Tests.Support;

/// <summary>Puts the payload of an event together as the runtime does: little-endian, texts in UTF-16 with a NUL behind.</summary>
internal sealed class EventBytes
{
    private readonly MemoryStream _bytes = new();

    public EventBytes Int16(short value) => Add(BitConverter.GetBytes(value));

    public EventBytes Int32(int value) => Add(BitConverter.GetBytes(value));

    public EventBytes Int64(long value) => Add(BitConverter.GetBytes(value));

    public EventBytes Text(params string[] values) => Add(Encoding.Unicode.GetBytes(string.Concat(values.Select(v => v + '\0'))));

    public EventBytes Add(params byte[] bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public byte[] ToArray() => _bytes.ToArray();
}
