namespace DepGraph.Analyzers.Tests.Locks;

public class LessCommonShapes
{
    [Fact]
    public Task Extensions_that_take_a_lock_they_are_handed() => Store.Source("""
        public static class Locks
        {
            public static async Task<IDisposable> LockAsync(this SemaphoreSlim one) { await one.WaitAsync(); return new Release(one); }
            public static IDisposable Reading(this ReaderWriterLockSlim rw) { rw.EnterReadLock(); return new Reader(rw); }
            private sealed class Release(SemaphoreSlim one) : IDisposable { public void Dispose() => one.Release(); }
            private sealed class Reader(ReaderWriterLockSlim rw) : IDisposable { public void Dispose() => rw.ExitReadLock(); }
        }
        public class Store
        {
            private readonly SemaphoreSlim _one = new(1, 1);
            private readonly SemaphoreSlim _many = new(4);
            private readonly ReaderWriterLockSlim _rw = new();
            public event Action? Changed;
            public async Task Add()
            {
                using (await _one.LockAsync()) {|DG1002:Changed?.Invoke()|};
                using (await _many.LockAsync()) Changed?.Invoke();
                using (_rw.Reading()) {|DG1002:Changed?.Invoke()|};
                Changed?.Invoke();
            }
        }
        """);

    [Fact]
    public Task Handlers_behind_switches_queries_and_spreads() => Store.With("""
        private readonly List<int> _all = new();
        public void Add(int kind, Func<int, int> map, IEnumerable<int> items)
        {
            lock (_gate)
            {
                Action known = kind switch { 1 => One, _ => Two };
                known();
                Action other = kind switch { 1 => One, _ => Three };
                {|DG1002:other()|};
                var mapped = from n in _all select map(n);
                foreach (var n in {|DG1006:mapped|}) _count += n;
                int[] copy = [1, {|DG1003:.. items|}];
                int[] mine = [.. _all];
            }
        }
        private void One() => _count++;
        private void Two() => _count--;
        private void Three() => Changed?.Invoke(this, EventArgs.Empty);
        """);

    [Fact]
    public Task Own_interface_implementations_called_on_this() => Store.Source("""
        public interface IPart { void Start(); }
        public class Part : IPart
        {
            private readonly object _gate = new();
            private int _started;
            void IPart.Start() => _started++;
            public void Run() { lock (_gate) { ((IPart)this).Start(); } }
        }
        """);

    [Fact]
    public Task Backing_fields_of_events_and_setters_hold_what_others_gave() => Store.With("""
        private Action? _handlers;
        private Action _callback = static () => { };
        private readonly Action _own = static () => { };
        public event Action Raised { add { lock (_gate) _handlers += value; } remove { lock (_gate) _handlers -= value; } }
        public Action Callback { set => _callback = value; }
        public void Add()
        {
            lock (_gate)
            {
                {|DG1002:_handlers?.Invoke()|};
                {|DG1002:_callback()|};
                _own();
                {|DG1002:Interlocked.Exchange(ref _handlers, null)?.Invoke()|};
            }
        }
        """);

    [Fact]
    public Task Weak_dynamic_and_tuple_held_callbacks() => Store.With("""
        private readonly Dictionary<string, (int Order, Action Call)> _byName = new();
        public void Add(WeakReference<Action> weak, dynamic other)
        {
            lock (_gate)
            {
                if (weak.TryGetTarget(out var target)) {|DG1002:target()|};
                {|DG1002:other.Run()|};
                {|DG1002:_byName["a"].Call()|};
                foreach (var (name, (order, call)) in _byName) {|DG1002:call()|};
                foreach (var entry in _byName.Values.OrderBy(v => v.Order)) {|DG1002:entry.Call()|};
            }
        }
        """);

    [Fact]
    public Task Two_sources_of_one_kind_are_told_apart_by_their_result() => Store.With("""
        private readonly Queue<TaskCompletionSource<int>> _safe = new();
        private readonly Queue<TaskCompletionSource<string>> _unsafe = new();
        public void Make()
        {
            _safe.Enqueue(new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
            _unsafe.Enqueue(new TaskCompletionSource<string>());
        }
        public void Done() { lock (_gate) { _safe.Dequeue().SetResult(1); {|DG1002:_unsafe.Dequeue().SetResult("")|}; } }
        """);

    [Fact]
    public Task A_nested_function_that_is_only_named_does_not_run() => Store.With("""
        private Action? _later;
        public void Add()
        {
            lock (_gate)
            {
                _later = Local;
                _later += () => Changed?.Invoke(this, EventArgs.Empty);
                void Local() => Changed?.Invoke(this, EventArgs.Empty);
            }
        }
        public void Run() => _later?.Invoke();
        """);

    [Fact]
    public Task Hand_over_hand_locks_end_with_their_alias() => Store.With("""
        public void Walk(List<object> gates, Action<object> visit)
        {
            object? last = null;
            foreach (var gate in gates)
            {
                Monitor.Enter(gate);
                if (last != null) Monitor.Exit(last);
                last = gate;
            }
            if (last != null) Monitor.Exit(last);
            visit(this);
        }
        """);

    [Fact]
    public Task Enumerating_asynchronously_under_a_semaphore() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        public async Task Add(IAsyncEnumerable<int> items, IAsyncDisposable resource)
        {
            await _one.WaitAsync();
            try
            {
                await foreach (var item in {|DG1003:items|}) _count += item;
                await {|DG1003:resource.DisposeAsync()|};
            }
            finally { _one.Release(); }
        }
        """);

    [Fact]
    public Task A_fan_out_of_handlers_that_is_awaited_as_one() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        private readonly List<Func<int, Task>> _handlers = new();
        public async Task Publish(int value)
        {
            await _one.WaitAsync();
            try { await Task.WhenAll({|DG1002:_handlers.Select(handler => handler(value))|}); }
            finally { _one.Release(); }
        }
        public async Task Better(int value)
        {
            Func<int, Task>[] handlers;
            await _one.WaitAsync();
            try { handlers = _handlers.ToArray(); }
            finally { _one.Release(); }
            await Task.WhenAll(handlers.Select(handler => handler(value)));
        }
        """);
}
