using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DepGraph.Loading;

namespace WebLoading;

/// <summary>
/// A page with a loading bar, served from a bare socket so that it is there long before the web server is.
/// The page asks for the progress until it is 1 and then opens the app, which by then has the port.
/// </summary>
internal sealed class LoadingPage : IDisposable
{
    public const string ProgressPath = "/loading";

    private const string Page = """
        <!doctype html>
        <meta charset="utf-8">
        <title>Loading</title>
        <style>
          body { font: 16px system-ui, sans-serif; display: grid; place-content: center; height: 100vh; margin: 0; color: #223 }
          progress { width: 24rem; height: 1rem; accent-color: #2463eb }
          p { min-height: 1.5em; color: #667; margin: .5rem 0 }
        </style>
        <h1>The shop is opening</h1>
        <progress max="1"></progress>
        <p></p>
        <script>
          const bar = document.querySelector('progress'), name = document.querySelector('p');
          async function ask() {
            try {
              const [fraction, assembly] = (await (await fetch('/loading')).text()).split('\n');
              if (fraction === '1') return location.reload();
              if (fraction !== '') bar.value = fraction;
              name.textContent = assembly;
            } catch { } // the port is changing hands: ask again
            setTimeout(ask, 50);
          }
          ask();
        </script>
        """;

    private readonly TcpListener _listener;
    private readonly StartupWatch _watch;
    private volatile bool _isOver;

    public LoadingPage(IPEndPoint endPoint, StartupWatch watch)
    {
        _watch = watch;
        _listener = new TcpListener(endPoint);
        _listener.Start();
        new Thread(Serve) { IsBackground = true, Name = "Loading page" }.Start();
    }

    public void Dispose()
    {
        _isOver = true;
        _listener.Stop();
    }

    private void Serve()
    {
        while (!_isOver)
        {
            try
            {
                using var client = _listener.AcceptTcpClient();
                client.ReceiveTimeout = client.SendTimeout = 200; // ms; browsers open connections they may never use
                Answer(client.GetStream());
            }
            catch (Exception fault) when (fault is IOException or SocketException or InvalidOperationException)
            {
                // the browser went away, or the listener was stopped because the app takes over
            }
        }
    }

    private void Answer(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var request = Encoding.ASCII.GetString(buffer, 0, stream.Read(buffer));
        var (type, body) = request.StartsWith($"GET {ProgressPath} ", StringComparison.Ordinal) ? ("text/plain", Progress()) : ("text/html", Page);
        var bytes = Encoding.UTF8.GetBytes(body);
        stream.Write(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: {type}; charset=utf-8\r\nContent-Length: {bytes.Length}\r\nCache-Control: no-store\r\nConnection: " +
                $"close\r\n\r\n"));
        stream.Write(bytes);
    }

    private string Progress()
    {
        var now = _watch.Current;
        return now.IsIndeterminate ? "\n" : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(now.Fraction, 0.99)}\n{now.Name}");
    }
}
