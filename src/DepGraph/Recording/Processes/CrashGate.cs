using System.Runtime.InteropServices;

namespace DepGraph.Recording.Processes;

/// <summary>
/// Holds the runtime's createdump until the events of the dying process are here: its log is a pipe, and it waits at the very start for somebody to open
/// the other end. Without that the process may be frozen and dead before its last events, up to a tenth of a second, are sent. Linux only.
/// </summary>
internal sealed partial class CrashGate : IDisposable
{
    private readonly string? _pipe;
    private FileStream? _open;

    /// <param name="folder">The run's own folder.</param>
    public CrashGate(string folder)
    {
        var pipe = Path.Combine(folder, "createdump.log");
        if (OperatingSystem.IsLinux() && MakePipe(pipe, Convert.ToUInt32("600", 8)) == 0)
            _pipe = pipe;
    }

    /// <summary>The variable that leads createdump to the gate, where there is one.</summary>
    public IEnumerable<(string Name, string? Value)> Variables => _pipe is null ? [] : [("DOTNET_CreateDumpLogToFile", _pipe)];

    /// <summary>Lets createdump go on, and all that come until <see cref="Close"/>.</summary>
    public void Open()
    {
        // For reading and writing: that never blocks, whoever is on the other side.
        if (_pipe is not null)
            _open ??= new FileStream(_pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    public void Close()
    {
        _open?.Dispose();
        _open = null;
    }

    public void Dispose() => Close();

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);
}
