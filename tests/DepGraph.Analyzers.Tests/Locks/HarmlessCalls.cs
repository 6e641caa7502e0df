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
                lock (_gate) { Hook(); sink.Write(1); {|DG1002:bell.Ring()|}; return shape.Area(); }
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
}
