using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Every lock that is not re-entrant, taken again by every way that leads to the same one; and the re-entrant ones by the same ways.</summary>
public class LocksTakenAgain
{
    private static readonly (string Made, string Take, string Again, string Release, bool Reported)[] Locks =
    [
        ("SemaphoreSlim _l = new(1)", "_l.Wait();", "_l.Wait()", "_l.Release();", true),
        ("SemaphoreSlim _l = new(1, 1)", "_l.Wait();", "_l.Wait(token)", "_l.Release();", true),
        ("Semaphore _l = new(1, 1)", "_l.WaitOne();", "_l.WaitOne()", "_l.Release();", true),
        ("SpinLock _l = new()", "bool spun = false; _l.Enter(ref spun);", "_l.Enter(ref t)", "_l.Exit();", true),
        ("ReaderWriterLockSlim _l = new()", "_l.EnterReadLock();", "_l.EnterReadLock()", "_l.ExitReadLock();", true),
        ("ReaderWriterLockSlim _l = new()", "_l.EnterReadLock();", "_l.EnterWriteLock()", "_l.ExitReadLock();", true),
        ("ReaderWriterLockSlim _l = new()", "_l.EnterWriteLock();", "_l.EnterReadLock()", "_l.ExitWriteLock();", true),
        ("ReaderWriterLockSlim _l = new(LockRecursionPolicy.NoRecursion)", "_l.EnterUpgradeableReadLock();", "_l.EnterUpgradeableReadLock()",
            "_l.ExitUpgradeableReadLock();", true),
        ("ReaderWriterLockSlim _l = new()", "_l.EnterUpgradeableReadLock();", "_l.EnterReadLock()", "_l.ExitUpgradeableReadLock();", false),
        ("ReaderWriterLockSlim _l = new()", "_l.EnterUpgradeableReadLock();", "_l.EnterWriteLock()", "_l.ExitUpgradeableReadLock();", false),
        ("ReaderWriterLockSlim _l = new(LockRecursionPolicy.SupportsRecursion)", "_l.EnterReadLock();", "_l.EnterReadLock()", "_l.ExitReadLock();", false),
        ("ReaderWriterLockSlim _l = Unknown.Rw", "_l.EnterReadLock();", "_l.EnterReadLock()", "_l.ExitReadLock();", false),
        ("SemaphoreSlim _l = new(2)", "_l.Wait();", "_l.Wait()", "_l.Release();", false),
        ("SemaphoreSlim _l = new(1)", "_l.Wait();", "_l.Wait(5)", "_l.Release();", false),
        ("ReaderWriterLockSlim _l = new()", "_l.EnterReadLock();", "_l.TryEnterReadLock(5)", "_l.ExitReadLock();", false),
        ("object _l = new()", "Monitor.Enter(_l);", "Monitor.Enter(_l)", "Monitor.Exit(_l);", false),
        ("Lock _l = new()", "_l.Enter();", "_l.Enter()", "_l.Exit();", false),
        ("Mutex _l = new()", "_l.WaitOne();", "_l.WaitOne()", "_l.ReleaseMutex();", false),
    ];

    private static readonly string[] Ways =
    [
        "AGAIN", "{|Helper()|}", "{|this.Second()|}", "{|base.OfBase(this)|}", "{|_other.Back()|}", "{|Static(this)|}", "{|Run(() => Helper())|}",
        "{|Run(Helper)|}", "{|Size|}.ToString()",
        "{|Local()|}",
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Locks.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Are_found_by_every_way(int index)
    {
        var (made, take, again, release, isReported) = Locks[index];
        foreach (var way in Ways)
        {
            var call = way.Replace("AGAIN", "{|" + again + "|}").Replace("{|", isReported ? "{|DG1004:" : "").Replace("|}", isReported ? "|}" : "");
            await Store.Source($$"""
                public static class Unknown { public static ReaderWriterLockSlim Rw { get; set; } = null!; }
                public class Base { protected void OfBase(Case one) => one.Helper(); }
                public class Case : Base
                {
                    private {{(made.StartsWith("Spin", StringComparison.Ordinal) ? "" : "readonly ")}}{{made}};
                    private readonly Other _other;
                    private int _count;
                    public Case() => _other = new Other();
                    public void Do(CancellationToken token)
                    {
                        bool t = false;
                        {{take}}
                        try { _count++; {{call}}; }
                        finally { {{release}} }
                        void Local() => Helper();
                    }
                    internal void Helper() { bool t = false; CancellationToken token = default; {{again}}; _count++; _ = t; _ = token; }
                    public void Second() => Helper();
                    private int Size { get { Helper(); return _count; } }
                    private static void Static(Case one) => one.Second();
                    private static void Run(Action act) => act();
                }
                public class Other { public void Back() { } }
                """.Replace("{|DG1004:_other.Back()|}", "_other.Back()"));
        }
    }

    [Fact]
    public Task By_an_asynchronous_helper_that_is_awaited() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        public async Task Add()
        {
            await _one.WaitAsync();
            try
            {
                await {|DG1004:Flush()|};
                _ = Flush();
                Fire();
            }
            finally { _one.Release(); }
            await Flush();
        }
        public async Task AddHanded() { await _one.WaitAsync(); await {|DG1004:Handed()|}.ConfigureAwait(false); _one.Release(); }
        public void AddBlocking() { _one.Wait(); {|DG1005:{|DG1004:Flush()|}.Wait()|}; _one.Release(); }
        public async Task AddForgotten() { await _one.WaitAsync(); _ = Flush(); Forget(); _one.Release(); }
        private void Forget() => _ = Handed();
        public Task AddReturned() { _one.Wait(); try { return Flush(); } finally { _one.Release(); } }
        public async Task Flush() { await Task.Yield(); await _one.WaitAsync(); _count++; _one.Release(); }
        private Task Handed() => Flush();
        private async void Fire() { await _one.WaitAsync(); _one.Release(); }
        """);

    [Fact]
    public Task By_a_helper_that_takes_it_for_its_caller() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        public void Add() { Take(); try { {|DG1004:Take()|}; } finally { Give(); } }
        public void AddOther() { Take(); try { {|DG1004:Other()|}; } finally { Give(); } }
        public void Other() { Take(); _count++; Give(); }
        private void Take() => _one.Wait();
        private void Give() => _one.Release();
        """);

    [Fact]
    public Task With_the_asynchronous_locks_of_packages_by_their_object_and_not_by_key() => TwoProjects.FindTheMarks(
        """
        namespace Nito.AsyncEx { public sealed class AsyncLock { public Task<IDisposable> LockAsync() => null; public IDisposable Lock() => null; } }
        namespace NeoSmart.AsyncLock { public class AsyncLock { public Task<IDisposable> LockAsync() => null; public IDisposable Lock() => null; } }
        namespace AsyncKeyedLock
        { public class AsyncKeyedLocker<T> { public IDisposable Lock(T key) => null; public IDisposable LockOrNull(T key, int ms) => null; } }
        """,
        """
        public class Store
        {
            private readonly Nito.AsyncEx.AsyncLock _one = new();
            private readonly NeoSmart.AsyncLock.AsyncLock _again = new();
            private readonly AsyncKeyedLock.AsyncKeyedLocker<int> _keyed = new();
            private int _count;
            public async Task Add() { using (await _one.LockAsync()) { await {|DG1004:Flush()|}; _ = Flush(); } await Flush(); }
            public async Task Flush() { using (await _one.LockAsync()) _count++; }
            public void AddBlocking() { using (_one.Lock()) {|DG1004:FlushBlocking()|}; }
            public void FlushBlocking() { using (_one.Lock()) _count++; }
            public async Task AddReentrant() { using (await _again.LockAsync()) await FlushReentrant(); }
            public async Task FlushReentrant() { using (await _again.LockAsync()) _count++; }
            public void AddKeyed(int key) { using (_keyed.Lock(key)) { FlushKeyed(key + 1); FlushKeyed(key); } }
            public void FlushKeyed(int key) { using (_keyed.Lock(key)) _count++; }
        }
        """);

    [Fact]
    public Task Of_an_object_that_a_field_leads_to() => Store.Source("""
        public class Part { internal readonly SemaphoreSlim One = new(1); public void Use() { One.Wait(); One.Release(); } }
        public class Whole(Part moved)
        {
            private readonly Part _part = new();
            private readonly Part _second = new();
            private Part _moving = moved;
            public void Move(Part to) => _moving = to;
            public void Add(Part given)
            {
                _part.One.Wait();
                {|DG1004:_part.Use()|};
                _second.Use();
                given.Use();
                new Part().Use();
                _part.One.Release();
                _moving.One.Wait();
                _moving.Use();
                _moving.One.Release();
                given.One.Wait();
                {|DG1004:given.Use()|};
                given.One.Release();
            }
        }
        """);

    [Fact]
    public Task Not_where_another_object_or_another_field_is_meant() => Store.Source("""
        public class Node
        {
            private readonly SemaphoreSlim _one = new(1);
            private int _count;
            public Node? Next;
            public void Add(Node other, Node[] all)
            {
                _one.Wait();
                other.Count();
                Next?.Count();
                foreach (var node in all) { node._one.Wait(); node.Count(all); node._one.Release(); }
                all[0].Count();
                _one.Release();
            }
            private void Count() { _one.Wait(); _count++; _one.Release(); }
            private void Count(Node[] all) { foreach (var node in all) node.Count(); }
        }
        public class Base { private readonly SemaphoreSlim _one = new(1); protected void OfBase() { _one.Wait(); _one.Release(); } }
        public class Derived : Base { private readonly SemaphoreSlim _one = new(1); public void Add() { _one.Wait(); OfBase(); _one.Release(); } }
        """);

    [Fact]
    public Task Not_where_it_was_released_or_never_taken() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        private bool _isHeld;
        public void Add(bool isInside)
        {
            _one.Wait();
            Unlocked();
            _one.Release();
            Helper();
            _one.Wait();
            if (!isInside) Helper();
            Guarded(true);
            Early();
            _one.Release();
        }
        public async Task Cancelled(CancellationToken token)
        {
            try { await _one.WaitAsync(token); } catch (OperationCanceledException) { Helper(); return; }
            _one.Release();
        }
        private void Helper() { _one.Wait(); _count++; _one.Release(); }
        private void Unlocked() { _one.Release(); Helper(); _one.Wait(); }
        private void Guarded(bool hasLock) { if (!hasLock) _one.Wait(); _count++; if (!hasLock) _one.Release(); }
        private void Early() { if (_isHeld) { _count++; return; } Helper(); }
        """);

    [Fact]
    public Task Not_where_a_semaphore_is_a_signal() => Store.With("""
        private readonly SemaphoreSlim _turn = new(1);
        public void Loop() { while (_count < 3) { _turn.Wait(); _count++; } }
        public void Handed(Action<Action> start) { _turn.Wait(); Task.Run(() => _turn.Release()); _turn.Wait(); _turn.Release(); }
        public void Kept() { _turn.Wait(); Next(); }
        private void Next() { _turn.Wait(); _count++; }
        """);

    [Theory]
    [InlineData("SemaphoreSlim _l = new(1)", "_l.Wait()", "_l.Release()",
        "'_l' is taken again while the semaphore '_l' is held (through Helper): it is not re-entrant, so this waits for itself for ever")]
    [InlineData("ReaderWriterLockSlim _l = new()", "_l.EnterReadLock()", "_l.ExitReadLock()",
        "'_l' is taken again while the ReaderWriterLockSlim '_l' is held (through Helper): it was made without recursion, so this throws a "
            + "LockRecursionException")]
    public async Task The_message_says_that_it_is_certain(string made, string take, string release, string message)
    {
        var found = await Store.With($$"""
            private readonly {{made}};
            public void Add() { {{take}}; {|DG1004:Helper()|}; {{release}}; }
            private void Helper() { {{take}}; _count++; {{release}}; }
            """);

        found.ShouldHaveSingleItem().GetMessage().ShouldBe(message);
    }

    [Fact]
    public Task However_it_was_taken_first() => Store.With("""
        private readonly SemaphoreSlim _evictionLock = new(1, 1);
        public async Task EvictIfNeeded()
        {
            if (!_evictionLock.Wait(0)) return;
            try
            {
                var size = await Size();
                if (size > 3) { await {|DG1004:Evict(size)|}; }
            }
            finally { _evictionLock.Release(); }
        }
        private async Task<int> Size() { await Task.Yield(); return _count; }
        public async Task Evict(int size)
        {
            await _evictionLock.WaitAsync();
            try { _count -= size; }
            finally { _evictionLock.Release(); }
        }
        """);
}
