namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Who can subscribe to an event, or set a delegate, is known where no other assembly can.</summary>
public class EventsOfTheOwnAssembly
{
    [Fact]
    public Task Are_a_suggestion_where_their_handlers_do_nothing_of_interest() => Store.Source("""
        internal class Engine
        {
            private readonly object _gate = new();
            public event EventHandler? Blocked;
            public static event Action? Stopped;
            internal event Action? Unused;
            public void Block()
            {
                lock (_gate) { {|DG1006:Blocked?.Invoke(this, EventArgs.Empty)|}; {|DG1006:Stopped?.Invoke()|}; {|DG1006:Unused?.Invoke()|}; }
            }
        }
        internal class Host
        {
            private readonly Queue<int> _queue = new();
            public Host(Engine engine) { engine.Blocked += OnBlocked; Engine.Stopped += () => _queue.Clear(); }
            private void OnBlocked(object? sender, EventArgs args) => _queue.Enqueue(1);
        }
        """);

    [Fact]
    public Task Are_what_their_handlers_do() => Store.Source("""
        internal class Engine
        {
            private readonly object _gate = new();
            public event Action? Blocked;
            public void Block() { lock (_gate) {|DG1002:Blocked?.Invoke()|}; }
        }
        public class Host
        {
            public event Action? Changed;
            internal Host(Engine engine) => engine.Blocked += () => Changed?.Invoke();
        }
        """);

    [Fact]
    public Task Are_a_warning_where_a_handler_comes_from_out_of_sight() => Store.Source("""
        internal class Engine
        {
            private readonly object _gate = new();
            public event Action? Blocked;
            public void Block() { lock (_gate) {|DG1002:Blocked?.Invoke()|}; }
        }
        public class Host
        {
            private readonly Engine _engine = new();
            public void Listen(Action listener) => _engine.Blocked += listener;
        }
        """);

    [Fact]
    public Task Are_a_warning_where_an_interface_lets_others_subscribe() => Store.Source("""
        using System.ComponentModel;
        internal class Model : INotifyPropertyChanged
        {
            private readonly object _gate = new();
            public event PropertyChangedEventHandler? PropertyChanged;
            public event PropertyChangedEventHandler? Own;
            public void Set()
            {
                lock (_gate) { {|DG1002:PropertyChanged?.Invoke(this, new("A"))|}; {|DG1006:Own?.Invoke(this, new("A"))|}; }
            }
        }
        """);

    [Fact]
    public Task Are_what_handlers_do_that_subscribe_by_an_interface_of_the_assembly() => Store.Source("""
        internal interface IEngine { event Action? Quiet; event Action? Loud; }
        internal class Engine : IEngine
        {
            private readonly object _gate = new();
            public event Action? Quiet;
            public event Action? Loud;
            public void Raise() { lock (_gate) { {|DG1006:Quiet?.Invoke()|}; {|DG1002:Loud?.Invoke()|}; } }
        }
        public class Host
        {
            private int _count;
            public event Action? Changed;
            internal Host(IEngine engine) { engine.Quiet += () => _count++; engine.Loud += () => Changed?.Invoke(); }
        }
        """);

    [Fact]
    public Task Are_a_suggestion_as_delegates_that_are_never_set_here() => Store.Source("""
        public class Disk
        {
            private readonly object _gate = new();
            internal Action<int>? FailForTests;
            private Action<int>? _hook = null;
            internal Action<int>? Hook { get => _hook; set => _hook = value; }
            internal Action<int>? Written;
            public Action<int>? Open;
            public Disk(Action<int> written) => Written = written;
            public void Write()
            {
                lock (_gate) { {|DG1006:FailForTests?.Invoke(1)|}; {|DG1006:_hook?.Invoke(1)|}; {|DG1002:Written?.Invoke(1)|}; {|DG1002:Open?.Invoke(1)|}; }
            }
        }
        """);

    [Fact]
    public Task Are_a_warning_where_others_can_subscribe() => Store.With("""
        public void Set() { lock (_gate) {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
        """);
}
