using System.Buffers.Binary;
using System.Text;

namespace DepGraph.Recording.Port;

/// <summary>Messages of the runtime's diagnostic IPC protocol (dotnet/diagnostics, documentation/design-docs/ipc-protocol.md).</summary>
internal static class IpcMessage
{
    private const int HeaderLength = 20;
    private static ReadOnlySpan<byte> Magic => "DOTNET_IPC_V1\0"u8;

    public static byte[] CollectTracing(IReadOnlyList<EventProvider> providers, bool rundown, uint bufferMegabytes)
    {
        using var payload = new MemoryStream();
        using var writer = new BinaryWriter(payload, Encoding.Unicode);
        writer.Write(bufferMegabytes);
        writer.Write(1u); // nettrace
        writer.Write(rundown);
        writer.Write(providers.Count);
        foreach (var provider in providers)
        {
            writer.Write(provider.Keywords);
            writer.Write(provider.Level);
            WriteString(writer, provider.Name);
            WriteString(writer, provider.Filter);
        }

        return Build(commandSet: 2, command: 3, payload.ToArray());
    }

    public static byte[] StopTracing(ulong session) => Build(commandSet: 2, command: 1, BitConverter.GetBytes(session));

    public static byte[] ResumeRuntime() => Build(commandSet: 4, command: 1, []);

    /// <summary>Reads one answer and returns its payload.</summary>
    /// <exception cref="IOException">The runtime refused the command or the stream ended.</exception>
    public static async Task<byte[]> ReadAnswerAsync(Stream stream, CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        await stream.ReadExactlyAsync(header, cancellation).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(14)) - HeaderLength;
        if (!header.AsSpan().StartsWith(Magic) || length < 0)
            throw new IOException("Not an answer of a diagnostic port.");
        var payload = new byte[length];
        await stream.ReadExactlyAsync(payload, cancellation).ConfigureAwait(false);
        var succeeded = header[16] == 0xFF && header[17] == 0;
        return succeeded ? payload : throw new IOException("The runtime refused a diagnostic command.");
    }

    private static byte[] Build(byte commandSet, byte command, byte[] payload)
    {
        var message = new byte[HeaderLength + payload.Length];
        Magic.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        message[16] = commandSet;
        message[17] = command;
        payload.CopyTo(message, HeaderLength);
        return message;
    }

    private static void WriteString(BinaryWriter writer, string text)
    {
        if (text.Length == 0)
        {
            writer.Write(0);
            return;
        }

        writer.Write(text.Length + 1);
        writer.Write(Encoding.Unicode.GetBytes(text + '\0'));
    }
}

/// <summary>One provider of an EventPipe session.</summary>
internal sealed record EventProvider(string Name, ulong Keywords, uint Level, string Filter = "");
