using System.Buffers.Binary;

namespace DepGraph.Recording.Port;

/// <summary>A connection a runtime opened to our port. It takes one command; the runtime then opens the next.</summary>
internal sealed class RuntimeConnection(Stream stream, Guid runtime, int processId) : IDisposable
{
    private const int AdvertiseLength = 34;

    /// <summary>The runtime's own id: a process that replaces itself (exec) keeps its process id, not this.</summary>
    public Guid Runtime { get; } = runtime;

    public int ProcessId { get; } = processId;

    public Stream Stream { get; } = stream;

    /// <summary>Reads the runtime's advertisement; null when the peer is no runtime.</summary>
    public static async Task<RuntimeConnection?> AcceptAsync(Stream stream, CancellationToken cancellation)
    {
        var advertise = new byte[AdvertiseLength];
        await stream.ReadExactlyAsync(advertise, cancellation).ConfigureAwait(false);
        if (!advertise.AsSpan().StartsWith("ADVR_V1\0"u8))
            return null;
        var runtime = new Guid(advertise.AsSpan(8, 16));
        var processId = BinaryPrimitives.ReadUInt64LittleEndian(advertise.AsSpan(24));
        return processId <= int.MaxValue ? new RuntimeConnection(stream, runtime, (int)processId) : null;
    }

    /// <summary>Sends the command and returns the answer's payload; what follows on the stream belongs to the caller.</summary>
    public async Task<byte[]> SendAsync(byte[] message, CancellationToken cancellation)
    {
        await Stream.WriteAsync(message, cancellation).ConfigureAwait(false);
        return await IpcMessage.ReadAnswerAsync(Stream, cancellation).ConfigureAwait(false);
    }

    public void Dispose() => Stream.Dispose();
}
