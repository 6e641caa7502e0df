namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>What others may implement, and perhaps nobody does, is a suggestion; that somebody is called back is a warning.</summary>
public class ExtensionPoints
{
    [Fact]
    public Task A_body_that_stands_in_the_interface_itself_is_read() => Store.Source("""
        internal interface IPart { event EventHandler? Told; void Work() => Tell(); void Tell(); int Count() => 1; }
        internal sealed class Part : IPart
        {
            public event EventHandler? Told;
            public void Tell() => Told?.Invoke(this, EventArgs.Empty);
        }
        internal class Base : IPart { public event EventHandler? Told; public virtual void Tell() => Told?.Invoke(this, EventArgs.Empty); }
        internal class Derived : Base { }
        public class Whole
        {
            private readonly object _gate = new();
            private readonly Part _part = new();
            public event EventHandler? Changed;
            public void Run() { lock (_gate) { {|DG1006:((IPart)_part).Work()|}; _ = ((IPart)_part).Count(); _ = ((IPart)new Derived()).Count(); } }
            internal void Any(IPart part) { lock (_gate) { _ = part.Count(); {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } }
        }
        """);

    [Fact]
    public Task Are_members_that_can_be_overridden_outside() => Store.With("""
        protected virtual void OnChanged() { }
        protected internal virtual int Size => 1;
        public void Add(Plugin plugin)
        {
            lock (_gate)
            {
                {|DG1006:OnChanged()|};
                {|DG1006:this.OnChanged()|};
                {|DG1006:plugin.Run()|};
            }
        }
        public abstract class Plugin { public abstract void Run(); }
        """);

    [Fact]
    public Task Are_interface_members_that_others_implement() => Store.With("""
        public interface IStorage { void Save(int value); }
        private readonly List<IStorage> _all = new();
        private readonly IStorage _one;
        public Store(IStorage one) { _one = one; }
        public void Add()
        {
            lock (_gate)
            {
                foreach (var storage in _all) {|DG1006:storage.Save(1)|};
                {|DG1006:_one.Save(2)|};
                {|DG1006:_all[0].Save(3)|};
            }
        }
        public void Generic<T>(T storage) where T : IStorage { lock (_gate) {|DG1006:storage.Save(1)|}; }
        """);

    [Fact]
    public Task Are_not_members_that_tell_somebody_something() => Store.With("""
        public interface IPeer { void OnClosed(); void NotifyAll(); void HandleClose(); void Only(); void Online(); }
        public interface ICloseListener { void Run(); }
        public interface IOptionHandler { void Activate(); }
        public abstract class Watcher { public abstract void OnMoved(); protected internal abstract void Step(); }
        public void Close(IPeer peer, ICloseListener listener, IOptionHandler handler, Watcher watcher)
        {
            lock (_gate)
            {
                {|DG1002:peer.OnClosed()|};
                {|DG1002:peer.NotifyAll()|};
                {|DG1002:peer.HandleClose()|};
                {|DG1002:listener.Run()|};
                {|DG1006:handler.Activate()|};
                {|DG1002:watcher.OnMoved()|};
                {|DG1006:peer.Only()|};
                {|DG1006:peer.Online()|};
                {|DG1006:watcher.Step()|};
            }
        }
        """);

    [Fact]
    public Task Are_entered_where_they_have_a_body_here_and_what_that_calls_back_is_the_graver_finding() => Store.With("""
        protected virtual void OnChanged() => Changed?.Invoke(this, EventArgs.Empty);
        protected virtual void OnRead() { }
        public void Add() { lock (_gate) {|DG1002:OnChanged()|}; }
        public void Read() { lock (_gate) {|DG1006:OnRead()|}; }
        """);

    [Fact]
    public Task Are_loggers_of_the_codes_own_however_they_call_back() => Store.Source("""
        public interface ILog { void Write(string line); }
        public interface IAppLogger { void OnLine(string line); }
        public interface IDebugListener { void OnWriteLine(string line); }
        public static class Logger
        {
            public static event Action<string>? Written;
            public static void Info(string line) => Written?.Invoke(line);
        }
        public sealed class Login { public event Action? Done; public void Finish() => Done?.Invoke(); }
        public class Store(ILog log, IAppLogger logger, IDebugListener debug, Action<string> writeLog, Login login)
        {
            private readonly object _gate = new();
            public Action<string>? LogMessage;
            public Action<string>? Catalog;
            public void Add()
            {
                lock (_gate)
                {
                    {|DG1006:log.Write("a")|};
                    {|DG1006:logger.OnLine("a")|};
                    {|DG1006:Logger.Info("a")|};
                    {|DG1006:debug.OnWriteLine("a")|};
                    {|DG1006:writeLog("a")|};
                    {|DG1006:LogMessage?.Invoke("a")|};
                    {|DG1002:Catalog?.Invoke("a")|};
                    {|DG1002:login.Finish()|};
                }
            }
        }
        """);

    [Fact]
    public Task Are_no_loggers_to_a_logger_that_holds_a_lock() => Store.Source("""
        public class Logger
        {
            private readonly object _gate = new();
            public event Action<string>? Logged;
            public void Info(string line) { lock (_gate) { {|DG1002:Logged?.Invoke(line)|}; } }
        }
        """);

    [Fact]
    public Task Are_not_members_of_a_type_that_nobody_else_can_implement() => Store.Source("""
        public abstract class Closed { public abstract void Run(); internal abstract void Hidden(); }
        public abstract class Open { public abstract void Run(); internal virtual void Hidden() { } }
        internal sealed class Own : Closed { public override void Run() { } internal override void Hidden() { } }
        public class Store(Closed closed, Open open)
        {
            private readonly object _gate = new();
            internal static Closed Make() => new Own();
            public void Add() { lock (_gate) { closed.Run(); {|DG1006:open.Run()|}; } }
        }
        """);
}
