using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Asynchronous locks that teams write themselves, often with a number, and often in a project of their own.</summary>
public class AsynchronousLocksOfOthers
{
    private const string Lock = """
        public sealed class AsyncLock
        {
            private readonly Task<Releaser> _releaser;
            private readonly SemaphoreSlim _semaphore;
            public AsyncLock() : this(1) { }
            public AsyncLock(int most) { _releaser = Task.FromResult(new Releaser(this)); _semaphore = new SemaphoreSlim(most, most); }
            public async Task<Releaser> LockAsync() { await _semaphore.WaitAsync(); return new Releaser(this); }
            public struct Releaser : IDisposable
            {
                private readonly AsyncLock _lock;
                public Releaser(AsyncLock toRelease) => _lock = toRelease;
                public void Dispose() => _lock._semaphore.Release();
            }
        }
        """;

    private const string Use = """
        public class Twin
        {
            private readonly AsyncLock _lock = new();
            private readonly AsyncLock _two = new(2);
            private int _version;
            public event Action Changed;
            public async Task Update() { using (await _lock.LockAsync()) { {|DG1002:Changed()|}; await {|DG1004:Refresh()|}; } }
            public async Task Refresh() { using (await _lock.LockAsync()) { _version++; } }
            public async Task Read() { using (await _two.LockAsync()) { Changed(); await Again(); } }
            private async Task Again() { using (await _two.LockAsync()) { _version++; } }
        }
        """;

    [Fact]
    public Task Are_known_by_their_name_from_another_project() => TwoProjects.FindTheMarks(Lock, Use);

    [Fact]
    public Task Are_read_here_where_every_number_in_sight_is_one() =>
        Store.Source(Lock + Use.Replace("private readonly AsyncLock _two = new(2);", "private readonly SemaphoreSlim _two = new(2);")
            .Replace("await _two.LockAsync()", "_two.AvailableWaitHandle").Replace("public event Action Changed", "public event Action? Changed")
            .Replace("Changed()", "Changed!()"));

    [Fact]
    public Task Are_a_throttle_where_a_number_in_sight_is_another() =>
        Store.Source(Lock + Use.Replace("{|DG1002:", "").Replace("{|DG1004:", "").Replace("|}", "")
            .Replace("public event Action Changed", "public event Action? Changed").Replace("Changed()", "Changed!()"));
}
