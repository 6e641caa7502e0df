using System.Diagnostics;
using System.Net.Sockets;

namespace DepGraph.Bench.Savings;

/// <summary>
/// When the runtime starts within a process: it then connects to the diagnostic port it is told, and does not wait for an answer. A recording's times count
/// from there, those of a process from its start, which is earlier by what the host takes to find the runtime.
/// </summary>
internal static class RuntimeStart
{
    /// <summary>From the start of the process to the start of the runtime, in ms. Where sockets are not files (Windows) it cannot be measured so.</summary>
    public static double Measure(SwitchedApp app)
    {
        var path = Path.Combine(Path.GetTempPath(), $"savings-{Environment.ProcessId}");
        File.Delete(path);
        using var port = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        port.Bind(new UnixDomainSocketEndPoint(path));
        port.Listen();
        var clock = new Stopwatch();
        var begun = Task.Run(() =>
        {
            using var runtime = port.Accept();
            return clock.Elapsed.TotalMilliseconds;
        });
        MeasuredStart.Of(app, prepare: start =>
        {
            start.Environment["DOTNET_DiagnosticPorts"] = path + ",nosuspend";
            clock.Start();
        });
        File.Delete(path);
        return begun.Result;
    }
}
