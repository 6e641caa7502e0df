using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Failures;

internal static partial class Children
{
    /// <summary>Starts that many .NET processes at once and waits for them.</summary>
    public static int Start(int count)
    {
        var children = Enumerable.Range(0, count).Select(_ => Process.Start(Self("ok"))!).ToList();
        children.ForEach(c => c.WaitForExit());
        return children.Max(c => c.ExitCode);
    }

    /// <summary>A shell puts the child into a session of its own, as daemons do, and forgets it.</summary>
    public static int Daemonize(string pidFile)
    {
        using var shell =
            Process.Start(new ProcessStartInfo("sh")
            { ArgumentList = { "-c", "setsid \"$@\" >/dev/null 2>&1 </dev/null &", "sh", Environment.ProcessPath!, Dll, "linger", pidFile } })!;
        shell.WaitForExit();
        return WaitFor(pidFile);
    }

    public static int LeaveOneBehind(string pidFile)
    {
        using var child = Process.Start(Self("linger", pidFile));
        return WaitFor(pidFile);
    }

    public static int Exec()
    {
        string?[] arguments = ["dotnet", Dll, "ok", null];
        return ExecV(Environment.ProcessPath!, arguments);
    }

    /// <summary>Says which process it is and which folder the recording uses, then stays.</summary>
    public static int Linger(string pidFile)
    {
        var folder = Path.GetDirectoryName(Environment.GetEnvironmentVariable("DOTNET_DiagnosticPorts"));
        File.WriteAllText(pidFile + ".tmp", $"{Environment.ProcessId}\n{folder}");
        File.Move(pidFile + ".tmp", pidFile);
        return Stalls.Sleep();
    }

    /// <summary>Stays, and so does a child in another session.</summary>
    public static int LingerBehind(string pidFile)
    {
        Daemonize(pidFile);
        return Stalls.Sleep();
    }

    private static string Dll => typeof(Children).Assembly.Location;

    private static int WaitFor(string pidFile)
    {
        while (!File.Exists(pidFile))
            Thread.Sleep(20);
        return 0;
    }

    private static ProcessStartInfo Self(params string[] arguments) => new(Environment.ProcessPath!, [Dll, .. arguments]);

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ExecV(string path, string?[] arguments);
}
