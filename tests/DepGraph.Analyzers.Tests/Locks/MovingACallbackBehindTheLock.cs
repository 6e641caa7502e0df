using DepGraph.Analyzers.CodeFixes.Locks;
using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Locks;

public class MovingACallbackBehindTheLock
{
    [Fact]
    public Task Copies_the_handler_and_the_arguments_under_the_lock() => Fixes(
        """
        lock (_gate)
        {
            _count++;
            Changed?.Invoke(this, new Args(_count));
        }
        """,
        """
        EventHandler<Args>? changed;
        Args e;
        lock (_gate)
        {
            _count++;
            changed = Changed;
            e = new Args(_count);
        }
        changed?.Invoke(this, e);
        """);

    [Fact]
    public Task Turns_a_null_check_into_a_conditional_call() => Fixes(
        """
        // tells the others
        lock (_gate)
        {
            if (Changed != null)
            {
                Changed(this, shared);
            }
        }
        """,
        """
        // tells the others
        EventHandler<Args>? changed;
        lock (_gate)
        {
            changed = Changed;
        }
        changed?.Invoke(this, shared);
        """);

    [Fact]
    public Task Leaves_what_cannot_change_as_it_is() => Fixes(
        """
        lock (_gate)
        {
            _count = 1;
            _stop.Cancel();
        }
        """,
        """
        lock (_gate)
        {
            _count = 1;
        }
        _stop.Cancel();
        """);

    [Fact]
    public Task Takes_a_local_of_the_region_along() => Fixes(
        """
        lock (_gate)
        {
            var count = ++_count;
            observer.OnNext(count);
        }
        """,
        """
        int value;
        lock (_gate)
        {
            var count = ++_count;
            value = count;
        }
        observer.OnNext(value);
        """);

    [Fact]
    public Task Moves_behind_a_try_whose_finally_releases() => Fixes(
        """
        Monitor.Enter(_gate);
        try
        {
            _count++;
            observer.OnNext(_count);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
        """,
        """
        Monitor.Enter(_gate);
        int value;
        try
        {
            _count++;
            value = _count;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
        observer.OnNext(value);
        """);

    [Fact]
    public Task Moves_behind_a_using() => Fixes(
        """
        using (_lock.EnterScope())
        {
            _count++;
            Changed?.Invoke(this, shared);
        }
        """,
        """
        EventHandler<Args>? changed;
        using (_lock.EnterScope())
        {
            _count++;
            changed = Changed;
        }
        changed?.Invoke(this, shared);
        """);

    [Fact]
    public Task Moves_behind_the_call_that_releases() => Fixes(
        """
        _rw.EnterWriteLock();
        _count++;
        Changed?.Invoke(this, shared);
        _rw.ExitWriteLock();
        """,
        """
        _rw.EnterWriteLock();
        _count++;
        var changed = Changed;
        _rw.ExitWriteLock();
        changed?.Invoke(this, shared);
        """);

    [Fact]
    public Task Puts_braces_around_a_lock_without_a_block_of_its_own() => Fixes(
        """
        if (_count > 0)
            lock (_gate)
                Changed?.Invoke(this, shared);
        """,
        """
        if (_count > 0)
        {
            EventHandler<Args>? changed;
            lock (_gate)
            {
                changed = Changed;
            }
            changed?.Invoke(this, shared);
        }
        """);

    [Fact]
    public Task Chooses_a_name_that_is_free() => Fixes(
        """
        var changed = 1;
        lock (_gate)
        {
            _count = changed;
            Changed?.Invoke(this, shared);
        }
        """,
        """
        var changed = 1;
        EventHandler<Args>? changed2;
        lock (_gate)
        {
            _count = changed;
            changed2 = Changed;
        }
        changed2?.Invoke(this, shared);
        """);

    [Theory]
    [InlineData("lock (_gate) { Changed?.Invoke(this, shared); _count++; }")]
    [InlineData("lock (_gate) { lock (_other) { Changed?.Invoke(this, shared); } }")]
    [InlineData("lock (_gate) { Raise(); }")]
    [InlineData("lock (_gate) { _count = get(); }")]
    [InlineData("lock (_gate) { if (_count > 1) Changed?.Invoke(this, shared); }")]
    [InlineData("lock (_gate) { fill(out _count); }")]
    [InlineData("Monitor.Enter(_gate); try { Changed?.Invoke(this, shared); } catch (Exception) { } finally { Monitor.Exit(_gate); }")]
    public async Task Is_not_offered_where_it_could_change_what_the_code_does(string body) =>
        (await FixRun<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>.FixFirst(InMethod(body))).ShouldBeNull();

    [Theory]
    [InlineData("lock (_gate) { observer.OnNext(1); }")]
    [InlineData("lock (_gate) observer.OnNext(shared.Count);")]
    [InlineData("Monitor.Enter(_gate); try { get(); } finally { Monitor.Exit(_gate); }")]
    [InlineData("_rw.EnterWriteLock(); get(); _rw.ExitWriteLock();")]
    public async Task Is_not_offered_where_the_lock_would_guard_nothing_more(string body) =>
        (await FixRun<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>.FixFirst(InMethod(body))).ShouldBeNull();

    [Theory]
    [InlineData("lock (_gate) { _count++; OnChanged(_count); }")]
    [InlineData("lock (_gate) { _count++; this.OnChanged(1); }")]
    public async Task Is_not_offered_for_a_virtual_member_of_the_own_type(string body) =>
        (await FixRun<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>.FixFirst(InMethod(body))).ShouldBeNull();

    [Theory]
    [InlineData("lock (_gate) { _count++; _stop.Cancel(); _one.Release(); }")]
    [InlineData("lock (_gate) { _count++; observer.OnNext(_count); _stop.Dispose(); }")]
    [InlineData("lock (_gate) { _count++; try { observer.OnNext(_count); } finally { _one.Release(); } }")]
    [InlineData("_rw.EnterWriteLock(); _count++; observer.OnNext(_count); _one.Release(); _rw.ExitWriteLock();")]
    public async Task Is_not_offered_where_something_else_is_released(string body) =>
        (await FixRun<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>.FixFirst(InMethod(body))).ShouldBeNull();

    [Fact]
    public async Task Is_titled_in_words() =>
        (await FixRun<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>.Titles(InMethod("lock (_gate) { _count++; observer.OnNext(_count); }")))
            .ShouldBe(["Invoke after releasing the lock"]);

    [Fact]
    public async Task Fixes_all_of_a_document_in_one_go()
    {
        var all = await FixRun<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>.FixAll(InMethod("""
            lock (_gate)
            {
                _count++;
                Changed?.Invoke(this, shared);
                observer.OnNext(_count);
            }
            lock (_other)
            {
                _count = 0;
                _stop.Cancel();
            }
            """));

        all.ShouldNotBeNull().Left.ShouldBeEmpty(all.Text);
        all.Text.ShouldContain("changed?.Invoke(this, shared);\n        observer.OnNext(value);");
    }

    private static async Task Fixes(string body, string expected)
    {
        var result = await FixRun<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>.FixFirst(InMethod(body));
        result.ShouldNotBeNull().Text.ShouldBe(InMethod(expected));
        result.Left.ShouldBeEmpty();
    }

    private static string InMethod(string body) => $$"""
        #nullable enable
        public class Args(int count) : EventArgs { public int Count => count; }
        public delegate void Fill(out int value);

        public class Store
        {
            private readonly object _gate = new();
            private readonly object _other = new();
            private readonly Lock _lock = new();
            private readonly ReaderWriterLockSlim _rw = new();
            private readonly CancellationTokenSource _stop = new();
            private readonly SemaphoreSlim _one = new(0);
            private int _count;
            public event EventHandler<Args>? Changed;
            protected virtual void OnChanged(int count) { }
            protected void Raise() => Changed?.Invoke(this, new Args(_count));

            public void Add(IObserver<int> observer, Args shared, Func<int> get, Fill fill)
            {
                {{body.Replace("\n", "\n        ")}}
            }
        }
        """.Replace("\n        \n", "\n\n");
}
