namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The locks of well-known packages; docs/rules/DG1002.md tells them. Those that hand out a scope release it by its Dispose.</summary>
internal static class PackageLocks
{
    private const string Nito = "Nito.AsyncEx";
    private const string VisualStudio = "Microsoft.VisualStudio.Threading";
    private const string DotNext = "DotNext.Threading";
    private const string Keyed = "AsyncKeyedLock";

    public static readonly LockMethod[] Methods =
    [
        new("AsyncLock", "Lock", LockKind.AsyncLock, takes: true, package: Nito),
        new("AsyncLock", "LockAsync", LockKind.AsyncLock, takes: true, package: Nito),
        new("AsyncMonitor", "Enter", LockKind.AsyncLock, takes: true, package: Nito),
        new("AsyncMonitor", "EnterAsync", LockKind.AsyncLock, takes: true, package: Nito),
        new("AsyncReaderWriterLock", "ReaderLock", LockKind.AsyncLock, takes: true, "read", Nito),
        new("AsyncReaderWriterLock", "ReaderLockAsync", LockKind.AsyncLock, takes: true, "read", Nito),
        new("AsyncReaderWriterLock", "WriterLock", LockKind.AsyncLock, takes: true, "write", Nito),
        new("AsyncReaderWriterLock", "WriterLockAsync", LockKind.AsyncLock, takes: true, "write", Nito),
        new("AsyncSemaphore", "Lock", LockKind.Semaphore, takes: true, package: Nito),
        new("AsyncSemaphore", "LockAsync", LockKind.Semaphore, takes: true, package: Nito),
        new("AsyncSemaphore", "Wait", LockKind.Semaphore, takes: true, package: Nito),
        new("AsyncSemaphore", "WaitAsync", LockKind.Semaphore, takes: true, package: Nito),
        new("AsyncSemaphore", "Release", LockKind.Semaphore, takes: false, package: Nito),

        // Re-entrant: by the asynchronous flow, or by the thread.
        new("AsyncLock", "Lock", LockKind.Mutex, takes: true, package: "NeoSmart.AsyncLock"),
        new("AsyncLock", "LockAsync", LockKind.Mutex, takes: true, package: "NeoSmart.AsyncLock"),
        new("AsyncReaderWriterLock", "ReadLockAsync", LockKind.Mutex, takes: true, "read", VisualStudio),
        new("AsyncReaderWriterLock", "UpgradeableReadLockAsync", LockKind.Mutex, takes: true, "upgradeable", VisualStudio),
        new("AsyncReaderWriterLock", "WriteLockAsync", LockKind.Mutex, takes: true, "write", VisualStudio),

        new("AsyncSemaphore", "EnterAsync", LockKind.Semaphore, takes: true, package: VisualStudio),
        new("AsyncExclusiveLock", "AcquireAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncExclusiveLock", "TryAcquireAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncExclusiveLock", "TryAcquire", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncExclusiveLock", "Release", LockKind.AsyncLock, takes: false, package: DotNext),
        new("AsyncLock", "AcquireAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncLockAcquisition", "AcquireLockAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncLockAcquisition", "AcquireReadLockAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncLockAcquisition", "AcquireWriteLockAsync", LockKind.AsyncLock, takes: true, package: DotNext),

        // One Release for both modes: so they are one lock here.
        new("AsyncReaderWriterLock", "EnterReadLockAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncReaderWriterLock", "TryEnterReadLockAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncReaderWriterLock", "EnterWriteLockAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncReaderWriterLock", "TryEnterWriteLockAsync", LockKind.AsyncLock, takes: true, package: DotNext),
        new("AsyncReaderWriterLock", "Release", LockKind.AsyncLock, takes: false, package: DotNext),

        .. Locker("AsyncKeyedLocker"),
        .. Locker("StripedAsyncKeyedLocker"),
        .. Locker("AsyncNonKeyedLocker"),
    ];

    private static IEnumerable<LockMethod> Locker(string type) =>
        new[] { "Lock", "LockAsync", "LockOrNull", "LockOrNullAsync" }
            .Select(method => new LockMethod(type, method, LockKind.AsyncLock, takes: true, package: Keyed));
}
