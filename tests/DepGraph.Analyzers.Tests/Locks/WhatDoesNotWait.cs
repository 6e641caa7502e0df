namespace DepGraph.Analyzers.Tests.Locks;

public class WhatDoesNotWait
{
    [Fact]
    public Task A_zero_timeout() => Store.With("""
        private readonly ManualResetEventSlim _slim = new();
        private readonly BlockingCollection<int> _queue = new();
        public void Add(Task task, Thread thread, WaitHandle handle)
        {
            lock (_gate)
            {
                task.Wait(0);
                task.Wait(TimeSpan.Zero);
                thread.Join(0);
                handle.WaitOne(0, false);
                handle.WaitOne(TimeSpan.FromSeconds(0));
                handle.WaitOne(default(TimeSpan));
                _slim.Wait(0);
                _queue.TryTake(out _count);
                _queue.Add(1);
                _queue.TryAdd(2);
            }
        }
        """);

    [Fact]
    public Task A_task_that_is_over() => Store.With("""
        private Task<int>? _kept;
        private static async Task<int> Compute() { await Task.Yield(); return 1; }
        private static Task<int> Known() => Task.FromResult(3);
        public async Task Add(Task<int> given, Task<int>[] all, Task<int> one, Task<int> two, Task<int> three)
        {
            await given;
            await Task.WhenAll(one, two).ConfigureAwait(false);
            await Task.WhenAll(all);
            var first = await Task.WhenAny(all);
            lock (_gate)
            {
                _count += given.Result + one.Result + two.GetAwaiter().GetResult() + first.Result + all[0].Result;
                foreach (var element in all) _count += element.Result;
                _count += Task.FromResult(1).Result + Known().Result;
                Task.CompletedTask.Wait();
                Task.Delay(5).Wait();
                new ValueTask<int>(3).GetAwaiter().GetResult();
                _count += {|DG1005:three.Result|};
                _count += three.Result;
                given = Compute();
                _count += {|DG1005:given.Result|};
            }
        }
        public void Tested(Task<int> given, ValueTask<int> value)
        {
            lock (_gate)
            {
                if (given.IsCompleted) _count = given.Result;
                if (!value.IsCompletedSuccessfully) return;
                _count = value.Result;
                if (_kept != null && _kept.IsCompletedSuccessfully) _count = _kept.Result;
                if (_kept is { IsCompleted: true, Result: var known }) _count = known;
            }
        }
        public void TestedTheOtherWay(Task<int> given, Task<int> faulted)
        {
            lock (_gate)
            {
                if (!given.IsCompleted) _count = {|DG1005:given.Result|};
                if (faulted.IsFaulted) return;
                _count = faulted.Result;
            }
        }
        """);

    [Fact]
    public Task The_task_a_continuation_is_given() => Store.With("""
        public void Add(Task<int> task, Task<int>[] all)
        {
            task.ContinueWith(done => { lock (_gate) _count += done.Result; });
            task.ContinueWith(Finished);
            task.ContinueWith(this.FinishedHere, null);
            Task.Factory.ContinueWhenAll(all, done => { lock (_gate) _count += done[0].Result; });
        }
        private void Finished(Task<int> done) { lock (_gate) _count += done.Result; }
        private void FinishedHere(Task<int> done, object? state) { lock (_gate) _count += done.Result; }
        private void Started(Task<int> running) { lock (_gate) _count += {|DG1005:running.Result|}; }
        public void Use(Task<int> task) => Started(task);
        """);

    [Fact]
    public Task A_pulse_of_the_only_lock_that_is_held() => Store.With("""
        private readonly object _other = new();
        public void One() { lock (_gate) { while (_count == 0) Monitor.Wait(_gate); } }
        public void Twice() { lock (_gate) lock (_gate) { Monitor.Wait(_gate); } }
        public void Helper() { lock (_gate) { Wait(); Wait(_gate); } }
        public void Two() { lock (_other) lock (_gate) { {|DG1005:Monitor.Wait(_gate)|}; {|DG1005:Wait()|}; } }
        public void Inside() { lock (_other) {|DG1005:One()|}; }
        private void Wait() => Monitor.Wait(_gate);
        private static void Wait(object gate) => Monitor.Wait(gate);
        """);

    [Fact]
    public Task A_signal_that_is_there() => Store.With("""
        private readonly SemaphoreSlim _signal = new(0);
        private readonly ManualResetEventSlim _set = new();
        public void Add()
        {
            lock (_gate)
            {
                while (_signal.CurrentCount > 0) _signal.Wait();
                if (_set.IsSet) _set.Wait();
                if (!_set.IsSet) {|DG1005:_set.Wait()|};
            }
        }
        """);

    [Fact]
    public Task A_task_that_an_own_extension_method_tests() => Store.Source("""
        public static class Tasks { public static bool IsCompletedSuccessfully(this Task task) => task.IsCompleted; }
        public class Store
        {
            private readonly object _gate = new();
            private readonly Task<int> _task = Task.Run(() => 1);
            public int Get() { lock (_gate) return _task.IsCompletedSuccessfully() ? _task.Result : Wait(); }
            public int Two() { lock (_gate) return {|DG1005:Wait()|}; }
            private int Wait() => _task.IsCompletedSuccessfully() ? 0 : _task.Result;
        }
        """.Replace(": Wait();", ": 0;"));

    [Fact]
    public Task What_an_asynchronous_helper_does_behind_its_await() => Store.With("""
        private CancellationTokenRegistration _one;
        private readonly SemaphoreSlim _turn = new(1);
        public void Add(Task task) { lock (_gate) { var later = Later(task); } }
        public Task Handed(Task task) { lock (_gate) return Later(task); }
        public async Task Awaited(Task task) { await _turn.WaitAsync(); await {|DG1005:Later(task)|}; _turn.Release(); }
        public async Task AwaitedByAnother(Task task) { await _turn.WaitAsync(); await {|DG1005:Hand(task)|}; _turn.Release(); }
        private Task Hand(Task task) => Later(task);
        private async Task Later(Task task) { try { _one = default; await task; } finally { _one.Dispose(); } }
        """);

    [Fact]
    public Task A_nested_lock() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        private readonly Semaphore _named = new(1, 1);
        private readonly Mutex _mutex = new();
        public void Add(SemaphoreSlim unknown)
        {
            lock (_gate)
            {
                _one.Wait(); _one.Release();
                _named.WaitOne(); _named.Release();
                _mutex.WaitOne(); _mutex.ReleaseMutex();
                unknown.Wait();
            }
        }
        """);

    [Fact]
    public Task What_runs_later_or_after_the_lock() => Store.With("""
        public void Add(Task task)
        {
            Monitor.Enter(_gate);
            WaitUnlocked(task);
            {|DG1005:WaitLocked(task)|};
            Task.Run(() => task.Wait());
            Monitor.Exit(_gate);
            task.Wait();
        }
        private void WaitUnlocked(Task task) { Monitor.Exit(_gate); task.Wait(); Monitor.Enter(_gate); }
        private void WaitLocked(Task task) => task.Wait();
        """);
}
