namespace DepGraph.Analyzers.Tests.Locks;

public class WhatTheMessageSays
{
    [Theory]
    [InlineData("lock (_gate)", "the lock '_gate'", "two threads that take two locks in opposite order deadlock")]
    [InlineData("using (_lock.EnterScope())", "the Lock '_lock'", "two threads that take two locks in opposite order deadlock")]
    [InlineData("_mutex.WaitOne();", "the re-entrant lock '_mutex'", "two threads that take two locks in opposite order deadlock")]
    [InlineData("_one.Wait();", "the semaphore '_one'", "hangs at once")]
    [InlineData("var taken = false; _spin.Enter(ref taken);", "the SpinLock '_spin'", "hangs at once")]
    [InlineData("_rw.EnterReadLock();", "the ReaderWriterLockSlim '_rw'", "throws a LockRecursionException")]
    [InlineData("_recursive.EnterReadLock();", "the re-entrant lock '_recursive'", "two threads that take two locks in opposite order deadlock")]
    public async Task Depends_on_the_lock(string take, string held, string consequence)
    {
        var found = await Store.With($$"""
            private readonly Lock _lock = new();
            private readonly Mutex _mutex = new();
            private readonly SemaphoreSlim _one = new(1);
            private SpinLock _spin = new();
            private readonly ReaderWriterLockSlim _rw = new();
            private readonly ReaderWriterLockSlim _recursive = new(LockRecursionPolicy.SupportsRecursion);
            public void Add() { {{take}} { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } }
            """);

        var message = found.ShouldHaveSingleItem().GetMessage();
        message.ShouldStartWith("The event 'Changed' is raised while " + held + " is held: ");
        message.ShouldContain(consequence);
    }

    [Fact]
    public async Task Names_the_innermost_lock()
    {
        var found = await Store.With("""
            private readonly object _inner = new();
            public void Add() { lock (_gate) lock (_inner) { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; } }
            """);

        found.ShouldHaveSingleItem().GetMessage().ShouldContain("'_inner'");
    }
}
