using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Threading.Channels;

namespace DepGraph.Recording.Port;

/// <summary>
/// A diagnostic port of our own: runtimes started with <see cref="EnvironmentValue"/> halt before managed code and connect to it.
/// Every connection is accepted for as long as the port lives, because a child that nobody answers hangs for ever.
/// </summary>
internal sealed class DiagnosticPort : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<Guid, RuntimePort> _runtimes = new();
    private readonly Channel<RuntimePort> _arrivals = Channel.CreateUnbounded<RuntimePort>();
    private readonly Socket? _listener;
    private readonly string _address;
    private readonly Task _accepting;

    /// <param name="folder">A folder only this user can enter; the Unix socket is made in it.</param>
    /// <exception cref="SocketException">The socket cannot be made.</exception>
    public DiagnosticPort(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            _address = "depgraph-" + Guid.NewGuid().ToString("N");
            _accepting = AcceptPipesAsync();
            return;
        }

        _address = Path.Combine(folder, "port");
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(_address));
        File.SetUnixFileMode(_address, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _listener.Listen(255);
        _accepting = AcceptSocketsAsync(_listener);
    }

    /// <summary>The value of DOTNET_DiagnosticPorts that leads a runtime here.</summary>
    public string EnvironmentValue => _address + ",suspend";

    /// <summary>The address itself: a process that has it in its environment descends from the app.</summary>
    public string Address => _address;

    /// <summary>Each runtime once, when it first connects.</summary>
    public IAsyncEnumerable<RuntimePort> Arrivals => _arrivals.Reader.ReadAllAsync();

    /// <summary>Ends the listening; <see cref="Arrivals"/> then ends too.</summary>
    public async Task CloseAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _listener?.Dispose();
        await _accepting.ConfigureAwait(false);
        _arrivals.Writer.TryComplete();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        foreach (var runtime in _runtimes.Values)
            runtime.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptSocketsAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(_closing.Token).ConfigureAwait(false);
                _ = GreetAsync(new NetworkStream(socket, ownsSocket: true));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The port is closed; nobody waits for further runtimes.
        }
    }

    private async Task AcceptPipesAsync()
    {
        try
        {
            while (true)
            {
                var pipe = new NamedPipeServerStream(_address, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances,
                    PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
                await pipe.WaitForConnectionAsync(_closing.Token).ConfigureAwait(false);
                _ = GreetAsync(pipe);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The port is closed; nobody waits for further runtimes.
        }
    }

    private async Task GreetAsync(Stream stream)
    {
        RuntimeConnection? connection = null;
        try
        {
            connection = await RuntimeConnection.AcceptAsync(stream, _closing.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The runtime went away before it said who it is.
        }

        if (connection is null)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            return;
        }

        var isNew = false;
        var runtime = _runtimes.GetOrAdd(connection.Runtime, _ =>
        {
            isNew = true;
            return new RuntimePort(connection.ProcessId);
        });
        runtime.Offer(connection);
        if (isNew)
            _arrivals.Writer.TryWrite(runtime);
    }
}
