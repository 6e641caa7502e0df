using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

public class LocksOfPackages
{
    /// <summary>What the rule reads of each package; the bodies do not matter.</summary>
    private const string Packages = """
        using System.Runtime.CompilerServices;
        namespace Nito.AsyncEx
        {
            public struct AwaitableDisposable<T> where T : IDisposable
            {
                public Task<T> AsTask() => null; public TaskAwaiter<T> GetAwaiter() => default;
                public ConfiguredTaskAwaitable<T> ConfigureAwait(bool on) => default;
            }
            public sealed class AsyncLock { public AwaitableDisposable<IDisposable> LockAsync() => default; public IDisposable Lock() => null; }
            public sealed class AsyncMonitor
            {
                public AwaitableDisposable<IDisposable> EnterAsync() => default; public IDisposable Enter() => null;
                public Task WaitAsync() => null; public void Pulse() { }
            }
            public sealed class AsyncReaderWriterLock
            {
                public AwaitableDisposable<IDisposable> ReaderLockAsync() => default; public IDisposable ReaderLock() => null;
                public AwaitableDisposable<IDisposable> WriterLockAsync() => default; public IDisposable WriterLock() => null;
            }
            public sealed class AsyncSemaphore
            {
                public AsyncSemaphore(long initialCount) { }
                public AwaitableDisposable<IDisposable> LockAsync() => default; public Task WaitAsync() => null; public void Release() { }
            }
        }
        namespace NeoSmart.AsyncLock { public class AsyncLock { public Task<IDisposable> LockAsync() => null; public IDisposable Lock() => null; } }
        namespace Microsoft.VisualStudio.Threading
        {
            public class AsyncSemaphore
            {
                public AsyncSemaphore(int initialCount) { }
                public Task<Releaser> EnterAsync() => null;
                public struct Releaser : IDisposable { public void Dispose() { } }
            }
            public class AsyncReaderWriterLock
            {
                public Awaitable ReadLockAsync() => default; public Awaitable UpgradeableReadLockAsync() => default;
                public Awaitable WriteLockAsync() => default;
                public struct Awaitable { public Awaiter GetAwaiter() => default; }
                public class Awaiter : INotifyCompletion
                { public bool IsCompleted => true; public Releaser GetResult() => default; public void OnCompleted(Action a) { } }
                public struct Releaser : IDisposable, IAsyncDisposable { public void Dispose() { } public ValueTask DisposeAsync() => default; }
            }
        }
        namespace DotNext.Threading
        {
            public class AsyncExclusiveLock
            {
                public ValueTask AcquireAsync(CancellationToken t = default) => default; public bool TryAcquire() => true;
                public ValueTask<bool> TryAcquireAsync(TimeSpan timeout) => default; public void Release() { }
            }
            public struct AsyncLock
            {
                public ValueTask<Holder> AcquireAsync(CancellationToken t) => default;
                public struct Holder : IDisposable { public void Dispose() { } }
            }
            public static class AsyncLockAcquisition
            {
                public static ValueTask<AsyncLock.Holder> AcquireLockAsync(this AsyncExclusiveLock o, CancellationToken t = default) => default;
                public static ValueTask<AsyncLock.Holder> AcquireReadLockAsync(this AsyncReaderWriterLock o, CancellationToken t = default) => default;
                public static ValueTask<AsyncLock.Holder> AcquireWriteLockAsync(this AsyncReaderWriterLock o, CancellationToken t = default) => default;
            }
            public class AsyncReaderWriterLock
            {
                public ValueTask EnterReadLockAsync() => default; public ValueTask<bool> TryEnterReadLockAsync(TimeSpan t) => default;
                public ValueTask EnterWriteLockAsync() => default; public ValueTask<bool> TryEnterWriteLockAsync(TimeSpan t) => default;
                public void Release() { }
            }
        }
        namespace AsyncKeyedLock
        {
            public struct Releaser : IDisposable { public void Dispose() { } }
            public class AsyncKeyedLocker<TKey>
            {
                public Releaser Lock(TKey key) => default; public ValueTask<Releaser> LockAsync(TKey key) => default;
                public ValueTask<IDisposable> LockOrNullAsync(TKey key, int timeout) => default;
                public IDisposable LockOrNull(TKey key, int timeout) => default;
            }
            public class StripedAsyncKeyedLocker<TKey> : AsyncKeyedLocker<TKey> { public new ValueTask<Releaser> LockAsync(TKey key) => default; }
            public sealed class AsyncNonKeyedLocker { public AsyncNonKeyedLocker(int maxCount = 1) { } public ValueTask<Releaser> LockAsync() => default; }
        }
        """;

    private static readonly string[] Taken =
    [
        "using (await _nito.LockAsync()) { CALL }",
        "using (_nito.Lock()) { CALL }",
        "using (await _nito.LockAsync().ConfigureAwait(false)) { CALL }",
        "using (await _monitor.EnterAsync()) { _monitor.Pulse(); CALL }",
        "using (_monitor.Enter()) { CALL }",
        "using (await _nitoRw.ReaderLockAsync()) { CALL }",
        "using (_nitoRw.ReaderLock()) { CALL }",
        "using (await _nitoRw.WriterLockAsync()) { CALL }",
        "using (_nitoRw.WriterLock()) { CALL }",
        "using (await _nitoOne.LockAsync()) { CALL }",
        "await _nitoOne.WaitAsync(); try { CALL } finally { _nitoOne.Release(); }",
        "using (await _neo.LockAsync()) { CALL }",
        "using (_neo.Lock()) { CALL }",
        "using (await _vsOne.EnterAsync()) { CALL }",
        "using (await _vsRw.ReadLockAsync()) { CALL }",
        "using (await _vsRw.UpgradeableReadLockAsync()) { CALL }",
        "await using (await _vsRw.WriteLockAsync()) { CALL }",
        "await _exclusive.AcquireAsync(); try { CALL } finally { _exclusive.Release(); }",
        "if (_exclusive.TryAcquire()) { try { CALL } finally { _exclusive.Release(); } }",
        "if (!await _exclusive.TryAcquireAsync(TimeSpan.Zero)) return; CALL _exclusive.Release();",
        "using (await _exclusive.AcquireLockAsync(CancellationToken.None)) { CALL }",
        "using (await _dot.AcquireAsync(default)) { CALL }",
        "await _dotRw.EnterReadLockAsync(); try { CALL } finally { _dotRw.Release(); }",
        "await _dotRw.EnterWriteLockAsync(); try { CALL } finally { _dotRw.Release(); }",
        "if (await _dotRw.TryEnterReadLockAsync(default)) { CALL _dotRw.Release(); }",
        "if (await _dotRw.TryEnterWriteLockAsync(default)) { CALL _dotRw.Release(); }",
        "using (await _dotRw.AcquireReadLockAsync()) { CALL }",
        "using (await _dotRw.AcquireWriteLockAsync()) { CALL }",
        "using (await _byKey.LockAsync(\"a\")) { CALL }",
        "using (_byKey.Lock(\"a\")) { CALL }",
        "using (var scope = await _byKey.LockOrNullAsync(\"a\", 1)) { if (scope == null) return; CALL }",
        "using (var scope = _byKey.LockOrNull(\"a\", 1)) { if (scope is not null) { CALL } }",
        "using var scope = await _striped.LockAsync(\"a\"); CALL",
        "using (await _locker.LockAsync()) { CALL }",
    ];

    [Fact]
    public Task Hold_until_they_are_released() => Test(Taken.Select(taken =>
        taken.Replace("CALL", "{|DG1002:Changed?.Invoke()|};", StringComparison.Ordinal)
            + (taken.Contains("using var", StringComparison.Ordinal) ? "" : " Changed?.Invoke();")));

    [Fact]
    public Task With_room_for_more_than_one_or_for_an_unknown_number_are_no_locks() => Test(
    [
        "using (await _nitoMany.LockAsync()) { Changed?.Invoke(); }",
        "await _nitoMany.WaitAsync(); try { Changed?.Invoke(); } finally { _nitoMany.Release(); }",
        "using (await _vsMany.EnterAsync()) { Changed?.Invoke(); }",
        "using (await _vsGiven.EnterAsync()) { Changed?.Invoke(); }",
        "using (await _many.LockAsync()) { Changed?.Invoke(); }",
        "await _monitor.WaitAsync(); Changed?.Invoke();",
        "using (await _own.LockAsync()) { Changed?.Invoke(); }",
    ]);

    [Theory]
    [InlineData("_neo.Lock()", "re-entrant lock '_neo'", "the same thread can take it again")]
    [InlineData("_nito.Lock()", "asynchronous lock '_nito'", "hangs at once")]
    public async Task Are_told_by_what_happens_to_code_that_comes_back(string take, string told, string consequence)
    {
        var source = MarkedSource.Parse(Packages + Source([$"using ({take}) {{ [|Changed?.Invoke()|]; }}"], usings: ""));

        var found = await AnalyzerRun<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>.FindsTheMarks(source, TestProject.Compile(source.Text));

        var message = found.Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        message.ShouldContain(told);
        message.ShouldContain(consequence);
    }

    [Fact]
    public void The_page_tells_them_all() =>
        DocumentedList.Of("DG1002.md", "What is a lock").ShouldBe(
            PackageLocks.Methods.Select(m => $"{m.Namespace}.{m.TypeName}").Distinct(), ignoreOrder: true);

    private static Task Test(IEnumerable<string> bodies) => TwoProjects.FindTheMarks(Packages, Source(bodies, "using DotNext.Threading;"));

    private static string Source(IEnumerable<string> bodies, string usings) => $$"""
        {{usings}}
        public class Case
        {
            private readonly Nito.AsyncEx.AsyncLock _nito = new();
            private readonly Nito.AsyncEx.AsyncMonitor _monitor = new();
            private readonly Nito.AsyncEx.AsyncReaderWriterLock _nitoRw = new();
            private readonly Nito.AsyncEx.AsyncSemaphore _nitoOne = new(1);
            private readonly Nito.AsyncEx.AsyncSemaphore _nitoMany = new(4);
            private readonly NeoSmart.AsyncLock.AsyncLock _neo = new();
            private readonly Microsoft.VisualStudio.Threading.AsyncSemaphore _vsOne = new(1);
            private readonly Microsoft.VisualStudio.Threading.AsyncSemaphore _vsMany = new(2);
            private readonly Microsoft.VisualStudio.Threading.AsyncSemaphore _vsGiven;
            private readonly Microsoft.VisualStudio.Threading.AsyncReaderWriterLock _vsRw = new();
            private readonly DotNext.Threading.AsyncExclusiveLock _exclusive = new();
            private readonly DotNext.Threading.AsyncLock _dot = new();
            private readonly DotNext.Threading.AsyncReaderWriterLock _dotRw = new();
            private readonly AsyncKeyedLock.AsyncKeyedLocker<string> _byKey = new();
            private readonly AsyncKeyedLock.StripedAsyncKeyedLocker<string> _striped = new();
            private readonly AsyncKeyedLock.AsyncNonKeyedLocker _locker = new();
            private readonly AsyncKeyedLock.AsyncNonKeyedLocker _many = new(4);
            private readonly Own.AsyncLock _own = new();
            public event Action Changed;
            public Case(Microsoft.VisualStudio.Threading.AsyncSemaphore given) => _vsGiven = given;
            {{string.Concat(bodies.Select((body, n) => $"public async Task Run{n}() {{ await Task.Yield(); {body} }}\n    "))}}
        }
        namespace Own { internal sealed class AsyncLock { public Task<IDisposable> LockAsync() => Task.FromResult<IDisposable>(new MemoryStream()); } }
        """;
}
