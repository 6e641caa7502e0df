using System.Text;
using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Failures;
using DepGraph.Recording.Model;
using DepGraph.Recording.Tracing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Fuzz;

/// <summary>Whatever a process sends us or leaves behind: a recording comes of it.</summary>
public class TracesThatLie
{
    private const int GraphEvery = 20;
    private static readonly RunFacts Facts = new() { Outcome = RunOutcome.Crashed };

    [Fact]
    public void Event_streams()
    {
        var count = 0;
        Fuzzing.Survives(Stream(), lie =>
        {
            var trace = new StartupTrace();
            var reader = new NettraceReader(new MemoryStream(lie), trace.Handle);
            try
            {
                reader.Read();
            }
            catch (InvalidDataException)
            {
                // Told as DG0007; what came before is used.
            }

            var recording =
                new TraceTranslation(trace, reader, [(long.MinValue, 10), (1000, 40_000_000), (long.MaxValue - 1, long.MaxValue)], endsAtReady: true,
                endsAtLastLoad: false).Translate("App", Facts);
            trace.Locks.FindRing();
            if (count++ % GraphEvery == 0)
                RecordedGraph.From(recording);
        });
    }

    [Fact]
    public void Crash_reports() => Fuzzing.Survives(
        """
        {"payload":{"threads":[{"is_managed":"true","crashed":"true","managed_exception_type":"System.Exception","stack_frames":[
        {"is_managed":"true","method_name":"A.B()","filename":"a.dll"},{"is_managed":"false","unmanaged_name":"abort","native_module":"libc.so.6"}]}]}}
        """u8.ToArray(),
        lie => CrashReportFile.Parse(lie));

    [Fact]
    public void The_last_words() => Fuzzing.Survives(
        Encoding.UTF8.GetBytes("x\nUnhandled exception. System.A: b\n ---> System.C: /home/x/d\n   at E.F() in /g/h.cs:line 1\n   --- End of inner " +
            "exception stack trace ---\n   at I.J()\nProcess terminated.\nk\n   at L.M()\n"),
        lie => FolderNames.Remove(CrashOutput.Find(Encoding.UTF8.GetString(lie))?.Summary ?? ""));

    /// <summary>One of each event that is read, with stacks.</summary>
    private static byte[] Stream()
    {
        var bind = new EventBytes().Int16(0).Text("App", "", "Core", "Default", "Default").ToArray();
        var bound = new EventBytes().Int16(0).Text("App", "", "Core", "Default", "Default").Int32(1).Text("App, Version=1.0.0.0", "/app/App.dll")
            .Int32(0).ToArray();
        var load = new EventBytes().Int64(11).Int64(1).Int64(1).Int32(0).Text("App, Version=1.0.0.0, Culture=neutral").Int16(0).ToArray();
        var module = new EventBytes().Int64(21).Int64(11).Int32(0).Int32(0).Text("/app/App.dll", "").Int16(0).Add(new byte[16]).Int32(1)
            .Text("App.pdb").ToArray();
        var method = new EventBytes().Int64(31).Int64(21).Int64(0x1000).Int32(0x100).Int32(0).Int32(0).Text("App.Program", "Main", "void ()").ToArray();
        var compile = new EventBytes().Int64(31).Int64(21).Int32(0x06000001).Int32(9).Text("App.Program", "Main", "void ()").ToArray();
        var map = new EventBytes().Int64(31).Int64(0).Add(0).Int16(2).Int32(0).Int32(4).Int32(0).Int32(16).Int16(0).ToArray();
        var contention = new EventBytes().Add(0).Int16(0).Int64(1).Int64(2).Int64(8).ToArray();
        var runtime = new EventBytes().Int16(0).Int16(2).Int16(8).Int16(0).Int16(31).Int16(0).ToArray();
        return new TraceStream()
            .Metadata(1, RuntimeEvents.Private, RuntimeEvents.RuntimeStart, "").Metadata(2, RuntimeEvents.Runtime, RuntimeEvents.BindStart, "")
                .Metadata(3, RuntimeEvents.Runtime, RuntimeEvents.BindStop, "")
            .Metadata(4, RuntimeEvents.Runtime, RuntimeEvents.AssemblyLoad, "").Metadata(5, RuntimeEvents.Runtime, RuntimeEvents.ModuleLoad, "")
                .Metadata(6, RuntimeEvents.Runtime, RuntimeEvents.MethodLoad, "")
            .Metadata(7, RuntimeEvents.Runtime, RuntimeEvents.ContentionStart, "").Metadata(8, RuntimeEvents.Rundown, RuntimeEvents.MethodRundown, "")
                .Metadata(9, RuntimeEvents.Hosting, 1, "ServerReady")
            .Metadata(10, RuntimeEvents.Runtime, RuntimeEvents.JittingStarted, "").Metadata(11, RuntimeEvents.Runtime, RuntimeEvents.CodeMap, "")
                .Metadata(12, RuntimeEvents.Runtime, RuntimeEvents.RuntimeInformation, "")
            .Stacks([0x1010, 0x1020], [0x2000])
            .Events((1, 0, []), (12, 0, runtime), (10, 1, compile), (2, 1, bind), (3, 1, bound), (4, 1, load), (5, 2, module), (6, 0, method), (11, 1, map),
                (7, 1, contention), (2, 2, bind), (3, 2, bound))
            .SequencePoint(7, 12)
            .Events((8, 0, method), (9, 0, []))
            .End();
    }
}
