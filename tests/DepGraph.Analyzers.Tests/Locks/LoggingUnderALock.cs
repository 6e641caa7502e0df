using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Where <c>logger.LogInformation</c> is quiet, the faster ways to say the same are too.</summary>
public class LoggingUnderALock
{
    /// <summary>What the rule reads of the logging package.</summary>
    private const string Package = """
        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { bool IsEnabled(int level); void Log<TState>(int level, TState state, Func<TState, string> formatter); }
            public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string message, params object[] args) { } }
            public class LoggerMessageAttribute : Attribute { }
            public static class LoggerMessage
            {
                public static Action<ILogger, T1, Exception> Define<T1>(int level, string message) => null;
                public static Func<ILogger, T1, IDisposable> DefineScope<T1>(string message) => null;
            }
        }
        namespace Other
        {
            public class LoggerMessageAttribute : Attribute { }
            public static class LoggerMessage
            {
                public static Action<Microsoft.Extensions.Logging.ILogger, T1, Exception> Define<T1>(int level, string message) => null;
            }
        }
        """;

    [Fact]
    public Task A_generated_method_is_quiet_but_for_the_object_it_formats() => Logs(
        """
        public void Known(object item)
        {
            lock (_gate)
            {
                _logger.LogInformation("{Item}", 1, "text", new Exception());
                Static(_logger, 1); Own(2); {|DG1003:this.Told(item)|}; Sideways(3);
            }
        }

        [LoggerMessage] private static partial void Static(ILogger logger, int id);
        [LoggerMessage] internal partial void Own(int id);
        [LoggerMessage] private partial void Told(object item);
        private void Sideways(int id) { if (id > 0) Own(id); }
        """,
        """
        private static readonly Action<ILogger, int, Exception> __StaticCallback = LoggerMessage.Define<int>(2, "{Id}");
        private static partial void Static(ILogger logger, int id) { if (logger.IsEnabled(2)) __StaticCallback(logger, id, null); }
        internal partial void Own(int id) { if (_logger.IsEnabled(2)) __StaticCallback(_logger, id, null); }
        private partial void Told(object item) => _logger.Log(2, item.ToString(), Formatter);
        private Func<string, string> Formatter => s => s;
        """);

    [Fact]
    public Task A_method_that_only_looks_generated_is_not() => Logs(
        """
        public static Action<ILogger, int, Exception> Settable;
        public void Unknown(object item) { lock (_gate) { {|DG1002:Plain(1)|}; {|DG1002:Look(_logger, 2)|}; {|DG1003:Told(item)|}; {|DG1002:Open(3)|};
            Own({|DG1002:Ask()|}); } }

        private partial void Plain(int id);
        [Other.LoggerMessage] private static partial void Look(ILogger logger, int id);
        [Other.LoggerMessage] private partial void Told(object item);
        [LoggerMessage] protected virtual partial void Open(int id);
        [LoggerMessage] private partial void Own(int id);
        private int Ask() => Asked();
        public event Func<int> Asked;
        """,
        """
        private partial void Plain(int id) => Settable(_logger, id, null);
        private static partial void Look(ILogger logger, int id) => Settable(logger, id, null);
        private partial void Told(object item) => _logger.Log(2, item.ToString(), null);
        protected virtual partial void Open(int id) => Settable(_logger, id, null);
        private partial void Own(int id) => Settable(_logger, id, null);
        """);

    [Fact]
    public Task A_delegate_that_Define_made_is_quiet() => Logs("""
        private static readonly Action<ILogger, int, Exception> s_own = LoggerMessage.Define<int>(1, "{Id}");
        private static readonly Action<ILogger, object, Exception> s_object = LoggerMessage.Define<object>(1, "{Object}");
        private static readonly Func<ILogger, int, IDisposable> s_scope = LoggerMessage.DefineScope<int>("{Id}");
        private static Action<ILogger, int, Exception> s_late;
        private static Action<ILogger, int, Exception> Made() => LoggerMessage.Define<int>(1, "{Id}");
        private readonly Action<ILogger, int, Exception> _given;
        public Test() => _given = Made();
        internal static class Texts
        {
            public static readonly Action<ILogger, int, Exception> Started = LoggerMessage.Define<int>(1, "{Id}");
            public static Action<ILogger, int, Exception> Stopped { get; }
            static Texts() => Stopped = LoggerMessage.Define<int>(1, "{Id}");
        }

        public void Formats(object item) { lock (_gate) {|DG1003:s_object(_logger, item, null)|}; }

        public void Known()
        {
            var local = LoggerMessage.Define<int>(1, "{Id}");
            lock (_gate)
            {
                s_own(_logger, 1, null);
                s_own?.Invoke(_logger, 1, null);
                s_object(_logger, "text", new Exception());
                Texts.Started(_logger, 1, null);
                Texts.Stopped(_logger, 1, null);
                local(_logger, 1, null);
                _given(_logger, 1, null);
                (s_late ??= Made())(_logger, 1, null);
                using (s_scope(_logger, 1)) { }
                using var scope = s_scope(_logger, 2);
                Through(s_own);
            }
        }

        private void Through(Action<ILogger, int, Exception> log) => log(_logger, 1, null);
        """);

    [Fact]
    public Task A_delegate_that_something_else_may_have_made_is_not() => Logs("""
        private static readonly Action<ILogger, int, Exception> s_other = Other.LoggerMessage.Define<int>(1, "{Id}");
        private static Action<ILogger, int, Exception> s_either = LoggerMessage.Define<int>(1, "{Id}");
        internal static Action<ILogger, int, Exception> s_open = LoggerMessage.Define<int>(1, "{Id}");
        private readonly Action<ILogger, int, Exception> _given;
        public Test(Action<ILogger, int, Exception> given) => _given = given ?? LoggerMessage.Define<int>(1, "{Id}");
        public static void Set(Action<ILogger, int, Exception> log) => s_either = log;

        public void Unknown(bool yes)
        {
            var local = yes ? LoggerMessage.Define<int>(1, "{Id}") : s_open;
            lock (_gate)
            {
                {|DG1002:s_other(_logger, 1, null)|};
                {|DG1002:s_either(_logger, 1, null)|};
                {|DG1002:s_open(_logger, 1, null)|};
                {|DG1002:_given(_logger, 1, null)|};
                {|DG1002:local(_logger, 1, null)|};
                {|DG1002:Through(s_open)|};
            }
        }

        private void Through(Action<ILogger, int, Exception> write) => write(_logger, 1, null);
        """);

    private static Task Logs(string members, string generated = "") => TwoProjects.FindTheMarks(Package, $$"""
        using Microsoft.Extensions.Logging;
        public partial class Test
        {
            private readonly object _gate = new();
            private readonly ILogger _logger;
            protected void Use(ILogger logger) { _ = logger; }
        {{members}}
        }
        public partial class Test
        {
        {{generated}}
        }
        """);
}
