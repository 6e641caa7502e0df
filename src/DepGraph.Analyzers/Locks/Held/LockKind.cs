namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The kind of a lock: it decides what happens to code that comes back for the same lock.</summary>
internal enum LockKind
{
    /// <summary>A <c>lock</c> statement, <c>Monitor</c>, or a synchronized method: re-entrant.</summary>
    Monitor,

    /// <summary><c>System.Threading.Lock</c>: re-entrant.</summary>
    Lock,

    /// <summary><c>Mutex</c>: re-entrant.</summary>
    Mutex,

    /// <summary>A semaphore made with 1: whoever comes back waits for itself.</summary>
    Semaphore,

    /// <summary><c>SpinLock</c>: whoever comes back spins for ever, or throws where owners are tracked.</summary>
    SpinLock,

    /// <summary><c>ReaderWriterLockSlim</c> without recursion: whoever comes back gets a LockRecursionException.</summary>
    ReaderWriterLock,

    /// <summary>An asynchronous lock of a package: whoever comes back waits for itself.</summary>
    AsyncLock,

    /// <summary>A lock type of the user's own, named in .editorconfig.</summary>
    Configured,
}
