using System.Threading.Channels;

namespace DepGraph.Recording.Port;

/// <summary>The connections of one runtime, one for each command sent to it.</summary>
internal sealed class RuntimePort(int processId) : IDisposable
{
    private readonly Channel<RuntimeConnection> _connections = Channel.CreateUnbounded<RuntimeConnection>();

    public int ProcessId { get; } = processId;

    public void Offer(RuntimeConnection connection)
    {
        if (!_connections.Writer.TryWrite(connection))
            connection.Dispose();
    }

    /// <summary>Starts an EventPipe session; events arrive on the stream until <see cref="StopAsync"/> or the end of the process.</summary>
    /// <exception cref="IOException">The runtime went away or refused.</exception>
    public async Task<(Stream Events, ulong Session)> StartSessionAsync(IReadOnlyList<EventProvider> providers, bool rundown, uint bufferMegabytes,
        CancellationToken cancellation)
    {
        var connection = await _connections.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        var answer = await connection.SendAsync(IpcMessage.CollectTracing(providers, rundown, bufferMegabytes), cancellation).ConfigureAwait(false);
        return (connection.Stream, BitConverter.ToUInt64(answer));
    }

    /// <summary>Lets the runtime go on to managed code.</summary>
    public Task ResumeAsync(CancellationToken cancellation) => CommandAsync(IpcMessage.ResumeRuntime(), cancellation);

    /// <summary>Ends the session: the runtime flushes its events and the method names, then closes the event stream.</summary>
    public Task StopAsync(ulong session, CancellationToken cancellation) => CommandAsync(IpcMessage.StopTracing(session), cancellation);

    public void Dispose()
    {
        _connections.Writer.TryComplete();
        while (_connections.Reader.TryRead(out var connection))
            connection.Dispose();
    }

    private async Task CommandAsync(byte[] message, CancellationToken cancellation)
    {
        using var connection = await _connections.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        await connection.SendAsync(message, cancellation).ConfigureAwait(false);
    }
}
