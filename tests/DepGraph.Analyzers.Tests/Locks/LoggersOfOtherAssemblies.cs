using DepGraph.Analyzers.Platform;
using DepGraph.Analyzers.Tests.Harness;
using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

public class LoggersOfOtherAssemblies
{
    private const string Packages = """
        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { bool IsEnabled(int level); void Log<TState>(int level, TState state, Func<TState, string> formatter); }
            public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string message, params object[] args) { } }
        }
        namespace Serilog
        {
            public interface ILogger
            { void Information(string text); void Information<T>(string text, T value); void Write(object value); ILogger ForContext<T>(); }
            public static class Log { public static ILogger Logger { get; set; } public static void Error<T>(Exception e, string text, T value) { } }
        }
        namespace NLog
        {
            public interface ILogger { void Info(string text); void Warn(string text, object arg); bool IsInfoEnabled { get; } }
            public class Logger { public virtual void Info(string text, params object[] args) { } }
        }
        namespace log4net { public interface ILog { void Info(object message); void InfoFormat(string format, params object[] args); } }
        namespace Other { public interface ILogger { void Information(string text); } }
        """;

    [Fact]
    public Task Are_quiet_as_calls() => Logs("""
        public void Known(Exception error, string text, Activity activity, object item, DiagnosticListener listener, ActivitySource source)
        {
            lock (_gate)
            {
                _serilog.Information("a"); _serilog.Information("{N}", 1); _serilog.ForContext<Test>().Information("{T}", text);
                Serilog.Log.Error(error, "{N}", 2); Serilog.Log.Logger.Information("{E}", error);
                if (_nlog.IsInfoEnabled) _nlog.Info("a");
                _nlog.Warn("{0}", 3); _other.Info("{0} {1} {2}", 1, text, error); _other.Info("a");
                _log.Info(text); _log.InfoFormat("{0}", 1.5); _log.Info(error);
                _microsoft.LogInformation("{N}", 1); _microsoft.Log(2, text, s => s);
                Events.Log.Started(1, text); activity.SetTag("a", item); activity.AddEvent(new ActivityEvent("b"));
                using (source.StartActivity("c")) { }
                listener.Write("d", item);
            }
        }
        public sealed class Events : System.Diagnostics.Tracing.EventSource
        {
            public static readonly Events Log = new();
            [System.Diagnostics.Tracing.Event(1)] public void Started(int n, string text) => WriteEvent(1, n, text);
        }
        """);

    [Fact]
    public Task Format_what_they_are_handed() => Logs("""
        public void Foreign(object item, IFormattable other, object[] all)
        {
            lock (_gate)
            {
                _serilog.Information("{I}", {|DG1003:item|}); _serilog.Write({|DG1003:item|}); Serilog.Log.Error(null, "{I}", {|DG1003:other|});
                _nlog.Warn("{0}", {|DG1003:item|}); _other.Info("{0} {1}", 1, {|DG1003:other|});
                _log.Info({|DG1003:item|}); _log.InfoFormat("{0}", {|DG1003:all|}); _log.Info($"now {{|DG1003:item|}}");
                _microsoft.LogInformation("{I}", {|DG1003:item|}); _microsoft.Log(2, {|DG1003:item|}, s => "");
                Events.Log.Write("a", {|DG1003:item|}); {|DG1003:Through(item)|};
            }
        }
        private void Through(object item) => _serilog.Information("{I}", item);
        public sealed class Events : System.Diagnostics.Tracing.EventSource { public static readonly Events Log = new(); }
        """);

    [Fact]
    public Task An_interface_that_only_has_the_name_is_an_extension_point() => Logs("""
        private readonly Other.ILogger _unknown = null;
        public Test(Other.ILogger unknown) => _unknown = unknown;
        public interface ILog { void Info(string text); }
        public void Unknown(ILog own) { lock (_gate) { {|DG1006:_unknown.Information("a")|}; {|DG1006:own.Info("a")|}; } }
        """);

    [Fact]
    public Task A_library_that_declares_one_of_them_answers_for_what_stands_behind_it() => Store.Source("""
        namespace Serilog
        {
            public interface ILogger { void Information(string text); }
            public class Pipeline(ILogger next) { private readonly object _gate = new(); public void Log() { lock (_gate) [|next.Information("a")|]; } }
        }
        """);

    [Fact]
    public void The_page_tells_them_all() =>
        DocumentedList.Of("DG1002.md", "Loggers").ShouldBe(Loggers.Types, ignoreOrder: true);

    private static Task Logs(string members) => TwoProjects.FindTheMarks(Packages, $$"""
        using System.Diagnostics;
        using Microsoft.Extensions.Logging;
        public class Test
        {
            private readonly object _gate = new();
            private readonly Microsoft.Extensions.Logging.ILogger _microsoft;
            private readonly Serilog.ILogger _serilog;
            private readonly NLog.ILogger _nlog;
            private readonly NLog.Logger _other;
            private readonly log4net.ILog _log;
            protected Test() { }
        {{members}}
        }
        """);
}
