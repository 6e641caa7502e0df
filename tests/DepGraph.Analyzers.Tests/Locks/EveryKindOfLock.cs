namespace DepGraph.Analyzers.Tests.Locks;

public class EveryKindOfLock
{
    [Fact]
    public Task A_lock_statement_on_an_object_holds() => Store.With("""
        public void Add() { lock (_gate) { _count++; {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } }
        """);

    [Fact]
    public Task A_lock_statement_on_a_System_Threading_Lock_holds() => Store.With("""
        private readonly Lock _lock = new();
        public void Add() { lock (_lock) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } }
        """);

    [Fact]
    public Task The_scope_of_a_Lock_holds_until_the_end_of_its_block() => Store.With("""
        private readonly Lock _lock = new();
        public void Add()
        {
            using (_lock.EnterScope())
                {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            Changed?.Invoke(this, EventArgs.Empty);
        }
        public void Declared()
        {
            {
                using var scope = _lock.EnterScope();
                {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task Enter_and_Exit_of_a_Lock_hold_between_them() => Store.With("""
        private readonly Lock _lock = new();
        public void Add()
        {
            Changed?.Invoke(this, EventArgs.Empty);
            _lock.Enter();
            try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
            finally { _lock.Exit(); }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task Monitor_Enter_with_a_taken_flag_holds() => Store.With("""
        public void Add()
        {
            var taken = false;
            try
            {
                Monitor.Enter(_gate, ref taken);
                {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            }
            finally
            {
                if (taken) Monitor.Exit(_gate);
            }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task Only_the_branch_of_a_TryEnter_that_succeeded_holds() => Store.With("""
        public void Add()
        {
            if (Monitor.TryEnter(_gate, 10))
            {
                try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
                finally { Monitor.Exit(_gate); }
            }
            else
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }
        }
        public void Early()
        {
            if (!Monitor.TryEnter(_gate)) { Changed?.Invoke(this, EventArgs.Empty); return; }
            {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            Monitor.Exit(_gate);
        }
        public void Flag()
        {
            var taken = Monitor.TryEnter(_gate);
            if (!taken) { Changed?.Invoke(this, EventArgs.Empty); return; }
            try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
            finally { Monitor.Exit(_gate); }
        }
        public void Ref()
        {
            bool taken = false;
            Monitor.TryEnter(_gate, 10, ref taken);
            if (taken) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; Monitor.Exit(_gate); }
            else Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task A_semaphore_made_with_one_holds() => Store.With("""
        private readonly SemaphoreSlim _one = new SemaphoreSlim(1, 1);
        private readonly SemaphoreSlim _byConstructor;
        public Store(SemaphoreSlim? other = null) { _byConstructor = new(1); }
        public void Wait()
        {
            _one.Wait();
            try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } finally { _one.Release(); }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        public async Task WaitAsync(CancellationToken token)
        {
            await _byConstructor.WaitAsync(token).ConfigureAwait(false);
            try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } finally { _byConstructor.Release(); }
        }
        public async Task Timed()
        {
            if (!await _one.WaitAsync(100)) { Changed?.Invoke(this, EventArgs.Empty); return; }
            {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            _one.Release();
        }
        """);

    [Fact]
    public Task A_semaphore_for_each_key_holds() => Store.With("""
        private readonly ConcurrentDictionary<string, SemaphoreSlim> _byKey = new();
        public async Task<int> Get(string key, Func<Task<int>> load)
        {
            var one = _byKey.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
            await one.WaitAsync();
            try { return await {|DG1002:load()|}; } finally { one.Release(); }
        }
        """);

    [Fact]
    public Task A_signal_or_a_throttle_is_no_lock() => Store.With("""
        private readonly SemaphoreSlim _signal = new(0);
        private readonly SemaphoreSlim _signalOfOne = new(0, 1);
        private readonly SemaphoreSlim _throttle = new(4);
        private readonly SemaphoreSlim _given;
        public Store(SemaphoreSlim given) { _given = given; }
        public async Task Run(Func<Task> work)
        {
            await _throttle.WaitAsync();
            try { await work(); } finally { _throttle.Release(); }
            await _signal.WaitAsync();
            await work();
            await _signalOfOne.WaitAsync();
            await work();
            await _given.WaitAsync();
            await work();
        }
        """);

    [Fact]
    public Task Every_mode_of_a_reader_writer_lock_holds() => Store.With("""
        private readonly ReaderWriterLockSlim _rw = new();
        public void Read()
        {
            _rw.EnterReadLock();
            try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } finally { _rw.ExitReadLock(); }
        }
        public void Write()
        {
            if (_rw.TryEnterWriteLock(10))
            {
                try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } finally { _rw.ExitWriteLock(); }
            }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        public void Upgrade()
        {
            _rw.EnterUpgradeableReadLock();
            try
            {
                _rw.EnterWriteLock();
                try { _count++; } finally { _rw.ExitWriteLock(); }
                {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            }
            finally { _rw.ExitUpgradeableReadLock(); }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task A_mutex_and_a_spin_lock_hold() => Store.With("""
        private readonly Mutex _mutex = new();
        private SpinLock _spin = new(false);
        public void Mutex()
        {
            _mutex.WaitOne();
            try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } finally { _mutex.ReleaseMutex(); }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        public void Spin()
        {
            bool taken = false;
            try { _spin.Enter(ref taken); {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
            finally { if (taken) _spin.Exit(); }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task An_event_that_is_waited_for_is_no_lock() => Store.With("""
        private readonly ManualResetEvent _ready = new(false);
        private readonly AutoResetEvent _next = new(true);
        public void Run() { _ready.WaitOne(); _next.WaitOne(); Changed?.Invoke(this, EventArgs.Empty); }
        """);

    [Fact]
    public Task A_synchronized_method_holds_all_through() => Store.With("""
        [MethodImpl(MethodImplOptions.Synchronized)]
        public void Add() { _count++; {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Quiet() { _count++; Changed?.Invoke(this, EventArgs.Empty); }
        """);

    [Fact]
    public Task A_lock_taken_through_an_alias_is_released_by_its_own_name() => Store.With("""
        public void Add()
        {
            var gate = _gate;
            Monitor.Enter(gate);
            {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            Monitor.Exit(_gate);
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task A_lock_inside_the_same_lock_does_not_end_it() => Store.With("""
        public void Add()
        {
            lock (_gate)
            {
                lock (_gate) { _count++; }
                {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task A_lock_in_a_lambda_or_local_function_holds_there() => Store.With("""
        public Action Make() => () => { lock (_gate) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } };
        public void Run()
        {
            Local();
            void Local() { lock (_gate) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } }
        }
        """);

    [Fact]
    public Task A_property_an_indexer_a_constructor_and_an_operator_hold_too() => Store.With("""
        public Store() { lock (_gate) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } }
        public int Count { get { lock (_gate) return _count; } set { lock (_gate) { _count = value; {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } } }
        public int this[int i] { get { lock (_gate) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; return i; } } }
        public static Store operator +(Store a, Store b) { lock (a._gate) { {|DG1002:a.Changed?.Invoke(a, EventArgs.Empty)|}; } return a; }
        """);
}
