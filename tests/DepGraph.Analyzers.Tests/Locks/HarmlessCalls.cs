namespace DepGraph.Analyzers.Tests.Locks;

public class HarmlessCalls
{
    [Fact]
    public Task Own_functions_with_known_bodies_are_quiet() => Store.With("""
        private static readonly Func<int, int> Twice = x => x * 2;
        private readonly Func<int, bool> _isBig = x => x > 10;
        private readonly ConcurrentDictionary<string, List<int>> _lists = new();
        public void Add(List<int> all)
        {
            Action local = () => _count++;
            lock (_gate)
            {
                _count = Twice(_count);
                if (_isBig(_count)) local();
                Own(3);
                all.ForEach(x => _count += x);
                all.Where(x => x > 1).Select(Plus).ToList();
                _lists.GetOrAdd("a", _ => new List<int>()).Add(1);
                all.Sort((a, b) => a - b);
            }
            void Own(int by) => _count += by;
        }
        private int Plus(int x) => x + _count;
        """);

    [Fact]
    public Task A_lambda_is_quiet_where_it_is_only_stored() => Store.With("""
        private Action? _later;
        public void Add() { lock (_gate) { _later = () => Changed?.Invoke(this, EventArgs.Empty); Changed += (_, _) => _count++; } }
        public void Run() { _later?.Invoke(); }
        """);

    [Fact]
    public Task Sealed_and_known_targets_are_quiet() => Store.Source("""
        public interface IClock { DateTime Now { get; } }
        public sealed class SystemClock : IClock { public DateTime Now => DateTime.UtcNow; }
        public class Base { public virtual int Size() => 1; public virtual int Other() => 1; }
        public sealed class Sealed : Base
        {
            private readonly object _gate = new();
            private readonly IClock _clock = new SystemClock();
            public override int Size() { lock (_gate) { return base.Size() + Other() + _clock.Now.Day; } }
        }
        public class Half : Base
        {
            private readonly object _gate = new();
            public sealed override int Size() => 2;
            public int Get(Sealed known) { lock (_gate) { return Size() + base.Other() + known.Size() + new Base().Size() + Static(); } }
            private static int Static() => 3;
        }
        """);

    [Fact]
    public Task What_no_other_assembly_can_override_is_followed_instead() => Store.Source("""
        internal abstract class Shape { public abstract int Area(); }
        internal class Square : Shape { public override int Area() => 4; }
        internal interface ISink { void Write(int x); }
        internal class Memory : ISink { private int _x; public void Write(int x) => _x = x; }
        internal class Loud : IBell { public event Action? Rang; public void Ring() => Rang?.Invoke(); }
        internal interface IBell { void Ring(); }
        public class Plan
        {
            private readonly object _gate = new();
            private Plan() { }
            public static Plan Make() => new();
            public virtual void Hook() { }
            internal int Sum(Shape shape, ISink sink, IBell bell)
            {
                lock (_gate) { Hook(); sink.Write(1); {|DG1006:bell.Ring()|}; return shape.Area(); }
            }
        }
        """);

    [Fact]
    public Task The_platforms_collections_and_comparers_are_quiet() => Store.With("""
        private readonly Dictionary<string, int> _map = new(StringComparer.Ordinal);
        private readonly IDictionary<string, int> _behind = new Dictionary<string, int>();
        private readonly IEqualityComparer<string> _comparer = EqualityComparer<string>.Default;
        private readonly IComparer<string> _order = StringComparer.OrdinalIgnoreCase;
        private readonly IList<int> _list;
        private readonly IEnumerable<int> _numbers = new List<int>();
        public Store() { _list = new List<int>(); }
        public void Add(string key, Stream stream, TextWriter writer, ICollection<int> into)
        {
            lock (_gate)
            {
                _map[key] = 1; _behind.Add(key, 2); _list.Add(3); into.Add(4);
                if (_comparer.Equals(key, "x") || _order.Compare(key, "y") > 0) _count++;
                foreach (var n in _numbers) _count += n;
                foreach (var pair in _behind) _count += pair.Value;
                stream.Write(new byte[1], 0, 1); stream.Flush(); writer.WriteLine(key);
            }
        }
        """);

    [Fact]
    public Task A_completion_that_runs_its_continuations_elsewhere_is_quiet() => Store.With("""
        private const TaskCreationOptions Options = TaskCreationOptions.RunContinuationsAsynchronously;
        private readonly TaskCompletionSource<int> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _next;
        private readonly Queue<TaskCompletionSource<string>> _waiting = new();
        private readonly Dictionary<int, Waiter> _waiters = new();
        private sealed class Waiter { public readonly TaskCompletionSource<bool> Source = new(Options | TaskCreationOptions.DenyChildAttach); }
        public Task<string> Wait()
        {
            var waiter = new TaskCompletionSource<string>(null, Options);
            lock (_gate) { _waiting.Enqueue(waiter); _next ??= new TaskCompletionSource(Options); }
            return waiter.Task;
        }
        public void Done()
        {
            var local = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate)
            {
                _done.SetResult(1);
                local.SetResult(2);
                _next?.TrySetResult();
                _waiting.Dequeue().SetResult("");
                foreach (var waiter in _waiters.Values) waiter.Source.TrySetResult(true);
            }
        }
        """);

    [Fact]
    public Task Waiting_pulsing_and_interlocked_calls_are_quiet() => Store.With("""
        public void Add()
        {
            lock (_gate)
            {
                while (_count == 0) Monitor.Wait(_gate);
                Monitor.PulseAll(_gate);
                Interlocked.Increment(ref _count);
                GC.KeepAlive(this);
            }
        }
        """);

    [Fact]
    public Task Code_without_a_lock_is_quiet() => Store.With("""
        public void Add(Action callback, object item, IObserver<int> observer)
        {
            callback(); observer.OnNext(1); Changed?.Invoke(this, EventArgs.Empty); Console.WriteLine(item.ToString());
        }
        """);

    [Fact]
    public Task A_private_method_that_only_gets_harmless_lambdas_is_quiet() => Store.With("""
        public void Add() => Locked(() => { _count++; });
        public int Get() => Read(() => _count);
        private void Locked(Action act) { lock (_gate) act(); }
        private T Read<T>(Func<T> get) { lock (_gate) return get(); }
        """);

    [Fact]
    public Task A_custom_event_accessor_that_only_stores_is_quiet() => Store.With("""
        private EventHandler? _handlers;
        public event EventHandler Stored
        {
            add { lock (_gate) _handlers += value; }
            remove { lock (_gate) _handlers -= value; }
        }
        """);

    [Fact]
    public Task A_call_the_compiler_leaves_out_is_quiet_with_its_arguments() => Store.Source("""
        #define LOUD
        using System.Diagnostics;
        public class Store
        {
            private readonly object _gate = new();
            public event Action? Changed;
            public void Add(object item)
            {
                lock (_gate)
                {
                    Tell();
                    Log($"{item}", Raise());
                    {|DG1002:Shout()|};
                    {|DG1002:Raise()|};
                }
            }
            [Conditional("VERBOSE")] private void Tell() => Changed?.Invoke();
            [Conditional("VERBOSE"), Conditional("TALKATIVE")] private static void Log(string text, int count) { }
            [Conditional("VERBOSE"), Conditional("LOUD")] private void Shout() => Changed?.Invoke();
            private int Raise() { Changed?.Invoke(); return 1; }
        }
        """);

    [Fact]
    public Task Delegates_that_only_this_assembly_hands_in_are_followed_through_base_constructors() => Store.Source("""
        using System.Text;
        internal class Pool<T>(Func<T> primary) { public T Get() => primary(); }
        internal class Creator<T>
        {
            private readonly Func<int, T> _create;
            private readonly Action<T> _clear;
            protected Creator(Func<int, T> create, Action<T> clear) { _create = create; _clear = clear; }
            public T Allocate() => _create(4);
            public void Free(T value) => _clear(value);
        }
        internal sealed class Builders : Creator<StringBuilder>
        {
            public Builders() : base(size => new StringBuilder(size), builder => builder.Clear()) { }
        }
        public class Store
        {
            private readonly object _gate = new();
            private readonly Builders _builders = new();
            public string Get()
            {
                lock (_gate)
                {
                    var builder = _builders.Allocate();
                    _builders.Free(builder);
                    return builder.ToString();
                }
            }
        }
        """);

    [Fact]
    public Task What_an_own_lambda_hands_on_is_still_told() => Store.Source("""
        internal sealed class Pending
        {
            private readonly Action _done;
            public Pending(Action done) => _done = done;
            public void Complete() => _done();
        }
        internal sealed class Known
        {
            private readonly Action _done;
            public Known(Action done) => _done = done;
            public void Complete() => _done();
        }
        public class Store
        {
            private readonly object _gate = new();
            private int _count;
            public void Add(Action callersOwn)
            {
                Pending pending = new(() => callersOwn());
                var known = new Known(() => _count++);
                lock (_gate)
                {
                    {|DG1002:pending.Complete()|};
                    known.Complete();
                }
            }
            public void Use() => Locks.Run(() => _count++);
        }
        internal static class Locks
        {
            private static readonly object Gate = new();
            public static void Run(Action act) { lock (Gate) act(); }
        }
        """);

    [Fact]
    public Task An_observer_behind_an_interface_of_this_assembly_is_followed_to_what_it_does() => Store.Source("""
        internal interface IScheduled : IObserver<int> { void Start(); }
        internal sealed class Queueing(Queue<int> queue) : IScheduled
        {
            public void OnNext(int value) => queue.Enqueue(value);
            public void OnError(Exception error) { }
            public void OnCompleted() { }
            public void Start() { }
        }
        public class Subject
        {
            private readonly object _gate = new();
            private readonly List<IScheduled> _observers = [];
            internal void Add(IScheduled observer) { lock (_gate) _observers.Add(observer); }
            public void Send(IObserver<int> foreign)
            {
                lock (_gate)
                {
                    foreach (var observer in _observers) observer.OnNext(1);
                    {|DG1002:foreign.OnNext(1)|};
                }
            }
        }
        """);

    [Fact]
    public Task A_completion_that_asks_how_its_continuations_run_is_quiet() => Store.With("""
        private readonly TaskCompletionSource<int> _done;
        public Store(TaskCompletionSource<int> done) => _done = done;
        public void Finish()
        {
            lock (_gate)
            {
                if ((_done.Task.CreationOptions & TaskCreationOptions.RunContinuationsAsynchronously) != 0) _done.TrySetResult(1);
                else ThreadPool.QueueUserWorkItem(_ => _done.TrySetResult(1));
            }
        }
        public void FinishAnyhow() { lock (_gate) {|DG1002:_done.TrySetResult(1)|}; }
        """);

    [Fact]
    public Task Delegates_that_only_this_assembly_can_set_are_what_it_sets_them_to() => Store.Source("""
        internal sealed class Setting
        {
            public Action Read { get; set; } = () => { };
            public Action? Given;
            public Action? Unset { get; set; }
        }
        public sealed class Open { public Action? Read { get; set; } = () => { }; }
        public class Store(Open open)
        {
            private readonly object _gate = new();
            private int _count;
            private Setting? _setting;
            public void Start(Action callersOwn) => _setting = new Setting { Read = () => _count++, Given = callersOwn };
            public void Run()
            {
                lock (_gate)
                {
                    _setting!.Read();
                    {|DG1002:_setting.Given!()|};
                    {|DG1006:_setting.Unset?.Invoke()|};
                    {|DG1002:open.Read?.Invoke()|};
                }
            }
        }
        """);

    [Fact]
    public Task What_a_type_inherits_from_object_to_format_it_is_quiet() => Store.With("""
        public override string ToString() { lock (_gate) return base.ToString() + {|DG1003:_tag|}; }
        private readonly object _tag;
        public Store(object tag) => _tag = tag;
        """);
}
