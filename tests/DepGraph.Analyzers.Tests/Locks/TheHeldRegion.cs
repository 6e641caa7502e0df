namespace DepGraph.Analyzers.Tests.Locks;

public class TheHeldRegion
{
    [Fact]
    public Task Ends_where_every_way_has_released() => Store.With("""
        public void Add(bool early)
        {
            Monitor.Enter(_gate);
            if (early)
            {
                Monitor.Exit(_gate);
                Changed?.Invoke(this, EventArgs.Empty);
                return;
            }
            {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            Monitor.Exit(_gate);
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task Has_a_gap_where_the_lock_is_given_up_for_the_call() => Store.With("""
        public void Drain(Queue<Action> work)
        {
            Monitor.Enter(_gate);
            try
            {
                while (work.Count > 0)
                {
                    var next = work.Dequeue();
                    Monitor.Exit(_gate);
                    try { next(); }
                    finally { Monitor.Enter(_gate); }
                }
            }
            finally { Monitor.Exit(_gate); }
        }
        """);

    [Fact]
    public Task Goes_through_loops_and_switches() => Store.With("""
        public void Run(int kind)
        {
            Monitor.Enter(_gate);
            for (var i = 0; i < 3; i++)
            {
                switch (kind)
                {
                    case 1: {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; break;
                    default: _count++; break;
                }
            }
            Monitor.Exit(_gate);
        }
        """);

    [Fact]
    public Task Ends_before_the_catch_block_around_the_lock() => Store.With("""
        public int Get(Func<int> get)
        {
            try { lock (_gate) { return _count; } }
            catch (InvalidOperationException) { return get(); }
        }
        """);

    [Fact]
    public Task Ends_before_the_finally_block_around_the_lock() => Store.With("""
        public void Flush(Action<int> failed, Action again)
        {
            var full = false;
            try
            {
                lock (_gate)
                {
                    full = _count > 3;
                    if (full && _count < 9)
                        _count++;
                }
            }
            catch (Exception)
            {
                full = false;
                failed(_count);
            }
            finally
            {
                if (!full)
                    again();
            }
        }
        """);

    [Fact]
    public Task Reaches_the_catch_and_finally_blocks_inside_the_lock() => Store.With("""
        public void Add()
        {
            Monitor.Enter(_gate);
            try { _count = int.Parse("1"); }
            catch (FormatException) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
            finally { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; Monitor.Exit(_gate); }
        }
        """);

    [Fact]
    public Task Is_not_blurred_by_a_return_inside_another_finally() => Store.With("""
        public int Find(List<int> all, Action<int> found)
        {
            lock (_gate)
            {
                foreach (var one in all)
                {
                    if (one > 3) return one;
                }
                {|DG1002:found(0)|};
            }
            found(1);
            return 0;
        }
        """);

    [Fact]
    public Task Does_not_include_a_handler_copied_inside_and_invoked_after() => Store.With("""
        public void Add()
        {
            EventHandler? handler;
            lock (_gate) { _count++; handler = Changed; }
            handler?.Invoke(this, EventArgs.Empty);
        }
        public void Snapshot(List<Action> callbacks)
        {
            Action[] all;
            lock (callbacks) all = callbacks.ToArray();
            foreach (var one in all) one();
        }
        """);

    [Fact]
    public Task Includes_a_handler_copied_outside_and_invoked_inside() => Store.With("""
        public void Add()
        {
            var handler = Changed;
            lock (_gate) { if (handler != null) {|DG1002:handler(this, EventArgs.Empty)|}; }
        }
        """);

    [Fact]
    public Task Does_not_include_what_is_only_scheduled_there() => Store.With("""
        public void Add(Action callback, SynchronizationContext context, CancellationTokenSource cancel)
        {
            lock (_gate)
            {
                Task.Run(callback);
                Task.Run(() => callback());
                ThreadPool.QueueUserWorkItem(_ => callback());
                Task.Factory.StartNew(callback);
                new Thread(() => callback()).Start();
                context.Post(_ => callback(), null);
                cancel.CancelAsync();
                cancel.CancelAfter(10);
                Task.Delay(1).ContinueWith(_ => callback());
                _ = new Timer(_ => callback());
            }
        }
        """);

    [Fact]
    public Task Does_not_include_the_metadata_of_a_delegate() => Store.With("""
        private Action? _callback;
        public int Add(Action more)
        {
            lock (_gate)
            {
                _callback += more;
                _callback -= null;
                var same = _callback == more && _callback?.Target == more.Target && _callback!.Method.Name == nameof(more.Invoke);
                return _callback.GetInvocationList().Length + (same ? 1 : 0);
            }
        }
        """);

    [Fact]
    public Task Ends_where_a_released_flag_says_so() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        public async Task Run()
        {
            var entered = false;
            try
            {
                await _one.WaitAsync();
                entered = true;
                {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            }
            finally
            {
                if (entered) _one.Release();
            }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public Task Covers_the_argument_of_return_and_throw() => Store.With("""
        public int Get(Func<int> get, Func<Exception> make)
        {
            lock (_gate) { if (_count > 0) return {|DG1006:get()|}; }
            lock (_gate) throw {|DG1006:make()|};
        }
        """);

    [Fact]
    public Task Nothing_throws_between_the_call_that_takes_the_lock_and_the_try_block_behind_it() => Store.With("""
        private readonly ReaderWriterLockSlim _rw = new();
        private readonly SemaphoreSlim _one = new(1);
        private readonly Lock _lock = new();
        private readonly TaskCompletionSource _done = new();
        public void Write(IDisposable given)
        {
            using (given)
            {
                _rw.EnterWriteLock();
                try { _count++; } finally { _rw.ExitWriteLock(); }
            }
        }
        public async Task WriteAsync(IDisposable given)
        {
            using (given)
            {
                await _one.WaitAsync().ConfigureAwait(false);
                try { _count++; } finally { _one.Release(); }
            }
        }
        public void Scoped()
        {
            try { using (_lock.EnterScope()) _count++; }
            finally { _done.TrySetResult(); }
        }
        public void Statement()
        {
            try { lock (_lock) _count++; }
            catch (Exception) { _count--; }
            finally { _done.TrySetResult(); }
        }
        public void WithoutTry()
        {
            try { _rw.EnterWriteLock(); Work(); _rw.ExitWriteLock(); }
            finally { {|DG1002:_done.TrySetResult()|}; }
        }
        private void Work() => _count = int.Parse("1");
        """);

    [Fact]
    public Task Ends_where_the_semaphore_is_disposed_of() => Store.With("""
        private readonly SemaphoreSlim _one = new(1), _other = new(1);
        public void Close()
        {
            _one.Wait();
            {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            _one.Dispose();
            Changed?.Invoke(this, EventArgs.Empty);
        }
        public void CloseOther()
        {
            _one.Wait();
            _other.Dispose();
            {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            _one.Release();
        }
        """);
}
