namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Shapes that the lock rules of other languages and libraries are known for, as C# writes them.</summary>
public class ShapesFromOtherWorlds
{
    [Fact]
    public Task The_observable_set_that_notifies_inside_its_monitor() => Store.Source("""
        public interface ISetObserver<T> { void Added(ObservableSet<T> set, T element); }
        public class ObservableSet<T>
        {
            private readonly HashSet<T> _all = new();
            private readonly List<ISetObserver<T>> _observers = new();
            public void AddObserver(ISetObserver<T> observer) { lock (_observers) { _observers.Add(observer); } }
            public bool Remove(ISetObserver<T> observer) { lock (_observers) { return _observers.Remove(observer); } }
            public bool Add(T element)
            {
                bool added; lock (_all) added = _all.Add(element);
                if (added) Notify(element);
                return added;
            }
            private void Notify(T element)
            {
                lock (_observers) { foreach (var observer in _observers) {|DG1002:observer.Added(this, element)|}; }
            }
            public void NotifySnapshot(T element)
            {
                List<ISetObserver<T>> snapshot;
                lock (_observers) { snapshot = new List<ISetObserver<T>>(_observers); }
                foreach (var observer in snapshot) observer.Added(this, element);
            }
        }
        """);

    [Fact]
    public Task The_mutex_held_over_an_await_of_somebody_elses_work() => Store.With("""
        private readonly SemaphoreSlim _one = new(1, 1);
        public async Task<T> Run<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken token)
        {
            await _one.WaitAsync(token);
            try { return await {|DG1002:work(token)|}; }
            finally { _one.Release(); }
        }
        public async Task<int> Own()
        {
            await _one.WaitAsync();
            try { await Task.Delay(1); return _count; } finally { _one.Release(); }
        }
        """);

    [Fact]
    public Task The_guard_object_that_lives_longer_than_it_looks() => Store.With("""
        private readonly Lock _lock = new();
        public void Early(Action callback)
        {
            using var guard = _lock.EnterScope();
            _count++;
            {|DG1002:callback()|};
        }
        public void Dropped(Action callback)
        {
            {
                using var guard = _lock.EnterScope();
                _count++;
            }
            callback();
        }
        """);

    [Fact]
    public Task The_deferred_unlock_with_a_callback_before_it() => Store.With("""
        public void Each(Action<int> visit)
        {
            Monitor.Enter(_gate);
            try
            {
                for (var i = 0; i < _count; i++) {|DG1002:visit(i)|};
            }
            finally { Monitor.Exit(_gate); }
        }
        """);

    [Fact]
    public Task The_lazy_value_computed_under_a_lock_with_double_checking() => Store.With("""
        private readonly Dictionary<string, object> _cache = new();
        public object Get(string key, Func<string, object> create)
        {
            if (_cache.TryGetValue(key, out var found)) return found;
            lock (_gate)
            {
                if (!_cache.TryGetValue(key, out found))
                    _cache[key] = found = {|DG1006:create(key)|};
            }
            return found;
        }
        public object Better(string key, Func<string, object> create)
        {
            var made = create(key);
            lock (_gate) { if (!_cache.TryAdd(key, made)) made = _cache[key]; }
            return made;
        }
        """);

    [Fact]
    public Task The_object_pool_that_makes_objects_under_its_lock() => Store.Source("""
        public sealed class Pool<T>(Func<T> create, Action<T>? reset = null)
        {
            private readonly object _gate = new();
            private readonly Stack<T> _free = new();
            public T Rent() { lock (_gate) { return _free.Count > 0 ? _free.Pop() : {|DG1006:create()|}; } }
            public void Return(T item) { lock (_gate) { {|DG1002:reset?.Invoke(item)|}; _free.Push(item); } }
        }
        """);

    [Fact]
    public Task The_static_registry_that_calls_plugins() => Store.Source("""
        public abstract class Plugin { public abstract string Name { get; } public abstract void Start(); }
        public static class Registry
        {
            private static readonly object Gate = new();
            private static readonly Dictionary<string, Plugin> Plugins = new();
            public static void Register(Plugin plugin) { lock (Gate) { Plugins.Add(plugin.Name, plugin); {|DG1006:plugin.Start()|}; } }
            public static void StartAll()
            {
                Plugin[] all;
                lock (Gate) all = Plugins.Values.ToArray();
                foreach (var plugin in all) plugin.Start();
            }
        }
        """);

    [Fact]
    public Task The_property_that_tells_its_listeners_inside_the_lock() => Store.With("""
        private int _value;
        public event EventHandler<int>? ValueChanged;
        public int Value
        {
            get { lock (_gate) return _value; }
            set { lock (_gate) { if (_value == value) return; _value = value; {|DG1002:ValueChanged?.Invoke(this, value)|}; } }
        }
        """);

    [Fact]
    public Task The_extension_that_raises_an_event_it_is_handed() => Store.Source("""
        public static class Events
        {
            public static void Raise(this EventHandler? handler, object sender) => handler?.Invoke(sender, EventArgs.Empty);
            public static void Raise<T>(this EventHandler<T>? handler, object sender, T e) { if (handler != null) handler(sender, e); }
        }
        public class Store
        {
            private readonly object _gate = new();
            public event EventHandler? Changed;
            public event EventHandler<int>? Counted;
            public void Add() { lock (_gate) { {|DG1002:Changed.Raise(this)|}; {|DG1002:Counted.Raise(this, 1)|}; } }
        }
        """);

    [Fact]
    public Task The_queue_that_wakes_its_waiters_one_by_one() => Store.With("""
        private readonly LinkedList<TaskCompletionSource<bool>> _waiters = new();
        public Task WaitAsync() { lock (_gate) { var waiter = new TaskCompletionSource<bool>(); _waiters.AddLast(waiter); return waiter.Task; } }
        public void Set()
        {
            lock (_gate)
            {
                while (_waiters.First is { } first) { _waiters.RemoveFirst(); {|DG1002:first.Value.TrySetResult(true)|}; }
            }
        }
        public void SetBetter()
        {
            List<TaskCompletionSource<bool>> all;
            lock (_gate) { all = _waiters.ToList(); _waiters.Clear(); }
            foreach (var one in all) one.TrySetResult(true);
        }
        """);

    [Fact]
    public Task The_timer_that_is_only_armed_under_the_lock() => Store.With("""
        private Timer? _timer;
        private readonly List<Task> _running = new();
        public void Arm(Action callback, Func<Task> work, TaskScheduler scheduler)
        {
            lock (_gate)
            {
                _timer = new Timer(_ => callback(), null, 10, Timeout.Infinite);
                _timer.Change(5, 5);
                _running.Add(Task.Run(work));
                Task.Factory.StartNew(callback, CancellationToken.None, TaskCreationOptions.None, scheduler);
                ThreadPool.UnsafeQueueUserWorkItem(_ => callback(), null);
                _ = Task.CompletedTask.ContinueWith(_ => callback());
            }
        }
        """);

    [Fact]
    public Task The_decorator_that_locks_around_what_it_wraps() => Store.Source("""
        public interface ISink { void Emit(string line); }
        public sealed class LockedSink(ISink inner) : ISink
        {
            private readonly object _gate = new();
            public void Emit(string line) { lock (_gate) {|DG1006:inner.Emit(line)|}; }
        }
        public sealed class FileSink : ISink, IDisposable
        {
            private readonly TextWriter _file = new StreamWriter("log.txt");
            public void Emit(string line) { lock (_file) { _file.WriteLine(line); _file.Flush(); } }
            public void Dispose() { lock (_file) _file.Dispose(); }
        }
        """);

    [Fact]
    public Task The_state_machine_whose_hooks_are_abstract() => Store.Source("""
        public abstract class Machine
        {
            private readonly object _gate = new();
            private int _state;
            protected abstract void OnEnter(int state);
            protected abstract bool CanGo(int from, int to);
            protected virtual void OnLeave(int state) { }
            public void Go(int to)
            {
                lock (_gate)
                {
                    if (!{|DG1006:CanGo(_state, to)|}) return;
                    {|DG1006:OnLeave(_state)|};
                    _state = to;
                    {|DG1006:OnEnter(to)|};
                }
            }
        }
        """);

    [Fact]
    public Task The_synchronized_wrapper_around_a_collection() => Store.Source("""
        public class SynchronizedList<T>
        {
            private readonly List<T> _inner = new();
            private readonly object _gate = new();
            public void ForEach(Action<T> action) { lock (_gate) { foreach (var item in _inner) {|DG1002:action(item)|}; } }
            public T? Find(Predicate<T> match) { lock (_gate) return {|DG1006:_inner.Find(match)|}; }
            public void Sort(IComparer<T> comparer) { lock (_gate) {|DG1006:_inner.Sort(comparer)|}; }
            public void AddRange(IEnumerable<T> items) { lock (_gate) _inner.AddRange({|DG1003:items|}); }
            public override string ToString() { lock (_gate) return string.Join(", ", {|DG1003:_inner|}); }
            public IEnumerator<T> GetEnumerator() { lock (_gate) return _inner.ToList().GetEnumerator(); }
            public void Add(T item) { lock (_gate) _inner.Add(item); }
            public int Count { get { lock (_gate) return _inner.Count; } }
        }
        """);
}
