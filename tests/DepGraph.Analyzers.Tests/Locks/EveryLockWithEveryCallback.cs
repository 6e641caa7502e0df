namespace DepGraph.Analyzers.Tests.Locks;

public class EveryLockWithEveryCallback
{
    private static readonly (string Take, string Release)[] Locks =
    [
        ("lock (_gate) {", "}"),
        ("lock (_lock) {", "}"),
        ("lock (typeof(Case)) {", "}"),
        ("Monitor.Enter(_gate); try {", "} finally { Monitor.Exit(_gate); }"),
        ("bool taken = false; try { Monitor.TryEnter(_gate, 5, ref taken); if (!taken) return;", "} finally { if (taken) Monitor.Exit(_gate); }"),
        ("if (!Monitor.TryEnter(_gate, TimeSpan.Zero)) return; try {", "} finally { Monitor.Exit(_gate); }"),
        ("using (_lock.EnterScope()) {", "}"),
        ("_lock.Enter(); try {", "} finally { _lock.Exit(); }"),
        ("if (_lock.TryEnter()) { try {", "} finally { _lock.Exit(); } }"),
        ("_one.Wait(); try {", "} finally { _one.Release(); }"),
        ("await _one.WaitAsync(); try {", "} finally { _one.Release(); }"),
        ("if (!await _one.WaitAsync(5).ConfigureAwait(false)) return; try {", "} finally { _one.Release(); }"),
        ("_rw.EnterReadLock(); try {", "} finally { _rw.ExitReadLock(); }"),
        ("_rw.EnterUpgradeableReadLock(); try {", "} finally { _rw.ExitUpgradeableReadLock(); }"),
        ("if (!_rw.TryEnterWriteLock(5)) return;", "_rw.ExitWriteLock();"),
        ("_mutex.WaitOne(); try {", "} finally { _mutex.ReleaseMutex(); }"),
        ("bool spun = false; try { _spin.Enter(ref spun);", "} finally { if (spun) _spin.Exit(); }"),
        ("using (Hold()) {", "}"),
        ("Take(); try {", "} finally { Give(); }"),
    ];

    private static readonly (string Id, string Callback)[] Callbacks =
    [
        ("DG1002", "{|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};"),
        ("DG1002", "{|DG1002:callback()|};"),
        ("DG1006", "{|DG1006:OnChanged()|};"),
        ("DG1002", "{|DG1002:listener.Heard()|};"),
        ("DG1006", "{|DG1006:store.Save()|};"),
        ("DG1002", "{|DG1002:observer.OnNext(1)|};"),
        ("DG1002", "{|DG1002:_stop.Cancel()|};"),
        ("DG1002", "{|DG1002:_done.TrySetResult()|};"),
        ("DG1002", "{|DG1002:_all.ForEach(a => a())|};"),
        ("DG1002", "{|DG1002:Raise()|};"),
        ("DG1006", "{|DG1006:_values.GetOrAdd(1, make)|};"),
        ("DG1002", "foreach (var one in _all) {|DG1002:one()|};"),
        ("DG1003", "Console.WriteLine({|DG1003:record|});"),
        ("DG1003", "foreach (var item in {|DG1003:items|}) _count += item;"),
        ("DG1003", "{|DG1003:resource.Dispose()|};"),
        ("DG1005", "{|DG1005:Start().Wait()|};"),
        ("DG1005", "{|DG1005:WaitFor(task)|};"),
        ("DG1005", "{|DG1005:_event.WaitOne(5)|};"),
        ("DG1005", "{|DG1005:_registration.Dispose()|};"),
        ("", "_event.WaitOne(0); if (task.IsCompleted) task.Wait(); _registration.Unregister(); Task.Run(() => task.Wait());"),
        ("", "_count++; var later = Changed; Task.Run(callback); _all.Add(callback);"),
        ("", "_safe.TrySetResult(); _stop.CancelAfter(1); Console.WriteLine(_count); Own(); _numbers.RemoveAll(n => n > 1);"),
    ];

    public static TheoryData<string, string, string> All
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var (take, release) in Locks)
            {
                foreach (var (_, callback) in Callbacks)
                    all.Add(take, callback, release);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public Task Is_found_under_the_lock_and_only_there(string take, string callback, string release) =>
        Store.Source(Case(take, callback, release));

    private static string Case(string take, string callback, string release)
    {
        var quiet = System.Text.RegularExpressions.Regex.Replace(callback, @"\{\|DG\d{4}:|\|\}", "").Replace("later", "before");
        var after = quiet.Replace("before", "after");
        return $$"""
            using System.Collections.Concurrent;
            public interface IListener { void Heard(); }
            public interface IStore { void Save(); }
            public class Case
            {
                private readonly object _gate = new();
                private readonly Lock _lock = new();
                private readonly SemaphoreSlim _one = new(1, 1);
                private readonly ReaderWriterLockSlim _rw = new();
                private readonly Mutex _mutex = new();
                private SpinLock _spin = new();
                private readonly CancellationTokenSource _stop = new();
                private readonly TaskCompletionSource _done = new();
                private readonly TaskCompletionSource _safe = new(TaskCreationOptions.RunContinuationsAsynchronously);
                private readonly ConcurrentDictionary<int, int> _values = new();
                private readonly List<Action> _all = new();
                private readonly List<int> _numbers = new();
                private readonly AutoResetEvent _event = new(false);
                private readonly CancellationTokenRegistration _registration = default;
                private static async Task Start() => await Task.Yield();
                private static void WaitFor(Task task) => task.Wait();
                private int _count;
                public event EventHandler? Changed;
                protected virtual void OnChanged() { }
                private void Raise() => Changed?.Invoke(this, EventArgs.Empty);
                private void Own() => _count++;
                private void Take() => Monitor.Enter(_gate);
                private void Give() => Monitor.Exit(_gate);
                private Scope Hold() { Monitor.Enter(_gate); return new Scope(_gate); }
                private readonly struct Scope(object gate) : IDisposable { public void Dispose() => Monitor.Exit(gate); }

                public {{(take.Contains("await ") ? "async Task" : "void")}} Run(Action callback, Func<int, int> make, IListener listener, IStore store,
                    IObserver<int> observer, object record, IEnumerable<int> items, IDisposable resource, Task task)
                {
                    { {{quiet}} }
                    {{take}} {{callback}} {{release}}
                    { {{after}} }
                }
            }
            """;
    }
}
