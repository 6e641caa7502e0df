namespace DepGraph.Analyzers.Tests.Locks;

public class ExplicitCallbacks
{
    [Fact]
    public Task Are_events_in_every_form() => Store.With("""
        public event Action? Plain;
        public static event Action? Shared;
        public void Add()
        {
            lock (_gate)
            {
                if (Plain != null) {|DG1002:Plain()|};
                {|DG1002:Plain!.Invoke()|};
                {|DG1002:Shared?.Invoke()|};
                Plain!.BeginInvoke(null, null);
                foreach (Action one in Plain!.GetInvocationList()) {|DG1002:one()|};
                {|DG1002:Plain?.DynamicInvoke()|};
                {|DG1002:Volatile.Read(ref Plain)?.Invoke()|};
            }
        }
        """);

    [Fact]
    public Task Are_delegates_somebody_else_may_have_made() => Store.With("""
        private readonly Action _field;
        private readonly Dictionary<string, Action> _byName = new();
        private readonly Action[] _all = new Action[3];
        public Action? Property { get; set; }
        public Store(Action given) { _field = given; }
        public void Run(Action parameter, Func<Action> factory)
        {
            lock (_gate)
            {
                {|DG1002:_field()|};
                {|DG1002:_byName["x"]()|};
                if (_byName.TryGetValue("y", out var found)) {|DG1002:found()|};
                {|DG1002:_all[0]()|};
                {|DG1002:Property?.Invoke()|};
                {|DG1002:parameter()|};
                var made = {|DG1006:factory()|};
                {|DG1002:made()|};
                var (first, _) = (parameter, 1);
                {|DG1002:first()|};
                foreach (var one in _all) {|DG1002:one()|};
            }
        }
        """);

    [Fact]
    public Task Are_interface_members_by_which_a_user_is_told_something() => Store.With("""
        public interface IListener { void Heard(int value); }
        private readonly List<IListener> _listeners = new();
        private readonly IListener _one;
        public Store(IListener one) { _one = one; }
        public void Add()
        {
            lock (_gate)
            {
                foreach (var listener in _listeners) {|DG1002:listener.Heard(1)|};
                {|DG1002:_one.Heard(2)|};
                {|DG1002:_listeners[0].Heard(3)|};
            }
        }
        public void Generic<T>(T listener) where T : IListener { lock (_gate) {|DG1002:listener.Heard(1)|}; }
        """);

    [Fact]
    public Task Are_observers_and_progress_and_milder_comparers() => Store.With("""
        private readonly List<IObserver<int>> _observers = new();
        private readonly IEqualityComparer<string> _comparer;
        public Store(IEqualityComparer<string>? comparer) { _comparer = comparer ?? StringComparer.Ordinal; }
        public void Add(IProgress<int> progress, IComparer<int> order, List<int> all)
        {
            lock (_gate)
            {
                foreach (var observer in _observers) {|DG1002:observer.OnNext(1)|};
                {|DG1002:progress.Report(1)|};
                if ({|DG1006:_comparer.Equals("a", "b")|}) _count++;
                _count += {|DG1006:order.Compare(1, 2)|};
                {|DG1006:all.Sort(order)|};
            }
        }
        """);

    [Fact]
    public Task Are_delegates_handed_to_methods_that_run_them_at_once() => Store.With("""
        private readonly ConcurrentDictionary<string, int> _values = new();
        private readonly List<Action> _handlers = new();
        private Lazy<int>? _lazy;
        public void Add(List<int> all, Func<string, int> make, Predicate<int> match, Func<int, bool> where, Action<int> act, Comparison<int> order, int[] array)
        {
            lock (_gate)
            {
                {|DG1006:_values.GetOrAdd("a", make)|};
                {|DG1006:_values.AddOrUpdate("a", 1, (_, old) => make("x") + old)|};
                {|DG1002:all.ForEach(act)|};
                {|DG1006:all.RemoveAll(match)|};
                {|DG1006:all.Any(where)|};
                {|DG1006:all.Where(where)|}.ToList();
                {|DG1006:all.Sort(order)|};
                {|DG1002:Array.ForEach(array, act)|};
                {|DG1005:{|DG1002:Parallel.ForEach(all, act)|}|};
                {|DG1002:_handlers.ForEach(handler => handler())|};
                _lazy = new Lazy<int>(() => make("later"));
                var query = all.Where(where);
            }
        }
        """);

    [Fact]
    public Task Are_cancelling_and_reflection() => Store.With("""
        private readonly CancellationTokenSource _stop = new();
        public void Stop(System.Reflection.MethodInfo method, System.Reflection.ConstructorInfo constructor)
        {
            lock (_gate)
            {
                {|DG1002:_stop.Cancel()|};
                {|DG1002:method.Invoke(this, null)|};
                {|DG1006:constructor.Invoke(null)|};
                _stop.Dispose();
            }
        }
        """);

    [Fact]
    public Task Are_completions_that_run_their_continuations() => Store.With("""
        private readonly TaskCompletionSource<int> _done = new();
        private readonly Queue<TaskCompletionSource> _waiting = new();
        public void Done(TaskCompletionSource<string> other)
        {
            lock (_gate)
            {
                {|DG1002:_done.SetResult(1)|};
                {|DG1002:_done.TrySetException(new Exception())|};
                {|DG1002:_done.TrySetCanceled()|};
                {|DG1002:_waiting.Dequeue().TrySetResult()|};
                {|DG1002:other.SetResult("")|};
            }
        }
        public Task Wait() { var waiter = new TaskCompletionSource(); _waiting.Enqueue(waiter); return waiter.Task; }
        """);

    [Fact]
    public Task Are_elements_yielded_while_a_lock_is_held() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        public IEnumerable<int> All()
        {
            _one.Wait();
            try { {|DG1002:yield return 1;|} }
            finally { _one.Release(); }
            yield return 2;
        }
        public IEnumerable<int> Entered()
        {
            Monitor.Enter(_gate);
            try { for (var i = 0; i < _count; i++) {|DG1002:yield return i;|} }
            finally { Monitor.Exit(_gate); }
        }
        """);

    [Fact]
    public Task Are_users_callbacks_that_are_awaited() => Store.With("""
        private readonly SemaphoreSlim _one = new(1, 1);
        private Func<Task>? _callback;
        public event Func<object, Task>? Saved;
        public void Set(Func<Task> callback) => _callback = callback;
        public async Task Save()
        {
            await _one.WaitAsync();
            try
            {
                await {|DG1002:_callback!()|}.ConfigureAwait(false);
                if (Saved != null) await {|DG1002:Saved(this)|};
                await Task.WhenAll({|DG1002:Saved!.GetInvocationList().Cast<Func<object, Task>>().Select(one => one(this))|});
            }
            finally { _one.Release(); }
        }
        """);
}
