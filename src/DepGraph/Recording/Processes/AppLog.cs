using System.Text;
using DepGraph.Files;

namespace DepGraph.Recording.Processes;

/// <summary>
/// Takes the app's output: the first <see cref="HeadLength"/> bytes and the last <see cref="TailLength"/>. The app never blocks on us and the disk never fills.
/// </summary>
internal sealed class AppLog
{
    private const int HeadLength = 1 << 20;
    private const int TailLength = 64 << 10;
    private readonly object _gate = new();
    private readonly MemoryStream _head = new();
    private readonly LastBytes _tail = new(TailLength);
    private readonly LastBytes _errors = new(TailLength);

    /// <summary>The end of what the app and its runtime wrote to standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_gate)
                return Encoding.UTF8.GetString(_errors.ToArray());
        }
    }

    /// <summary>What <see cref="Save"/> would write.</summary>
    public string Text
    {
        get
        {
            using var text = new MemoryStream();
            WriteTo(text);
            return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    /// <summary>Copies a stream into the log until it ends.</summary>
    public async Task PumpAsync(Stream output, bool isError)
    {
        var buffer = new byte[32 << 10];
        try
        {
            int count;
            while ((count = await output.ReadAsync(buffer).ConfigureAwait(false)) > 0)
                Append(buffer.AsSpan(0, count), isError);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pipe went with the process; what came until then is in the log.
        }
    }

    /// <summary>Writes the log into a file.</summary>
    /// <exception cref="DepGraphException">The file cannot be written (DG0011).</exception>
    public void Save(string path)
    {
        try
        {
            AtomicFile.Write(path, WriteTo);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DepGraphException(Codes.OutputNotWritable, $"The app's log cannot be written to {path}: {e.Message}", e);
        }
    }

    private void Append(ReadOnlySpan<byte> bytes, bool isError)
    {
        lock (_gate)
        {
            var toHead = (int)Math.Min(bytes.Length, HeadLength - _head.Length);
            _head.Write(bytes[..toHead]);
            _tail.Add(bytes[toHead..]);
            if (isError)
                _errors.Add(bytes);
        }
    }

    private void WriteTo(Stream output)
    {
        lock (_gate)
        {
            _head.WriteTo(output);
            if (_tail.Forgotten > 0)
                output.Write(Encoding.UTF8.GetBytes($"\n[... {_tail.Forgotten} bytes left out ...]\n"));
            output.Write(_tail.ToArray());
        }
    }
}
