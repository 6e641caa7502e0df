using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Port;

namespace DepGraph.Recording.Processes;

/// <summary>The app under recording, with the tree of processes it starts.</summary>
internal sealed partial class AppProcess : IDisposable
{
    private const int Terminate = 15;

    // All that could write into the pipes is dead; what they still hold is read at once.
    private static readonly TimeSpan OutputLimit = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private readonly string _runMarker;
    private readonly AppLog _log;
    private readonly Task _output;

    private AppProcess(Process process, string runMarker, AppLog log)
    {
        _log = log;
        _process = process;
        _runMarker = runMarker;
        process.StandardInput.Close(); // an app that reads its input gets the end at once instead of waiting for somebody to type
        _output = Task.WhenAll(
            log.PumpAsync(process.StandardOutput.BaseStream, isError: false), log.PumpAsync(process.StandardError.BaseStream, isError: true));
        Exited = process.WaitForExitAsync();
    }

    public int Id => _process.Id;

    /// <summary>The end of what it wrote to standard error.</summary>
    public string Errors => _log.Errors;

    /// <summary>All it wrote, as the log keeps it.</summary>
    public string Output => _log.Text;

    /// <summary>Ends when nobody can write to the app's output any more.</summary>
    public Task Silent => _output;

    /// <summary>What only the environment of the app and its descendants holds.</summary>
    public string RunMarker => _runMarker;

    /// <summary>Ends when the process has ended.</summary>
    public Task Exited { get; }

    /// <summary>Its exit code, or null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>CPU time it has used or, where the system tells, waited for; zero once it has ended.</summary>
    public TimeSpan ProcessorDemand => Processes.ProcessorDemand.Of(_process);

    /// <exception cref="DepGraphException">The command cannot be started (DG0003).</exception>
    public static AppProcess Start(RunOptions options, DiagnosticPort port, RunFolder folder, CrashGate gate, AppLog log)
    {
        var info = new ProcessStartInfo(options.Command[0])
        {
            WorkingDirectory = options.WorkingDirectory ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in options.Command.Skip(1))
            info.ArgumentList.Add(argument);
        AppEnvironment.Prepare(info.Environment, options, port, folder, gate);
        try
        {
            return new AppProcess(Process.Start(info)!, port.Address, log);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new DepGraphException(Codes.AppNotStarted,
                $"'{options.Command[0]}' cannot be started: {e.Message}. Check that the file exists and may be executed.", e);
        }
    }

    /// <summary>Asks the app to end, unless the grace period is zero, then kills what is left of its tree, also what has left the tree.</summary>
    public async Task EndAsync(TimeSpan grace)
    {
        if (!_process.HasExited && grace > TimeSpan.Zero)
        {
            if (OperatingSystem.IsWindows())
                _process.CloseMainWindow();
            else
                _ = Kill(_process.Id, Terminate);
            await Task.WhenAny(Exited, Task.Delay(grace)).ConfigureAwait(false);
        }

        ProcessTree.Kill(_process, _runMarker);
        await Task.WhenAny(Task.WhenAll(Exited, _output), Task.Delay(OutputLimit)).ConfigureAwait(false);
    }

    public void Dispose() => _process.Dispose();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
