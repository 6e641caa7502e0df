using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The methods that take or release a lock: those of System.Threading and of well-known packages.</summary>
internal static class LockMethods
{
    private static readonly Dictionary<string, LockMethod[]> ByName = new LockMethod[]
    {
        new("Monitor", "Enter", LockKind.Monitor, takes: true),
        new("Monitor", "TryEnter", LockKind.Monitor, takes: true),
        new("Monitor", "Exit", LockKind.Monitor, takes: false),
        new("Lock", "Enter", LockKind.Lock, takes: true),
        new("Lock", "TryEnter", LockKind.Lock, takes: true),
        new("Lock", "EnterScope", LockKind.Lock, takes: true),
        new("Lock", "Exit", LockKind.Lock, takes: false),
        new("SpinLock", "Enter", LockKind.SpinLock, takes: true),
        new("SpinLock", "TryEnter", LockKind.SpinLock, takes: true),
        new("SpinLock", "Exit", LockKind.SpinLock, takes: false),
        new("SemaphoreSlim", "Wait", LockKind.Semaphore, takes: true),
        new("SemaphoreSlim", "WaitAsync", LockKind.Semaphore, takes: true),
        new("SemaphoreSlim", "Release", LockKind.Semaphore, takes: false),
        new("Semaphore", "WaitOne", LockKind.Semaphore, takes: true),
        new("Semaphore", "Release", LockKind.Semaphore, takes: false),
        new("Mutex", "WaitOne", LockKind.Mutex, takes: true),
        new("Mutex", "ReleaseMutex", LockKind.Mutex, takes: false),
        new("ReaderWriterLockSlim", "EnterReadLock", LockKind.ReaderWriterLock, takes: true, "read"),
        new("ReaderWriterLockSlim", "TryEnterReadLock", LockKind.ReaderWriterLock, takes: true, "read"),
        new("ReaderWriterLockSlim", "ExitReadLock", LockKind.ReaderWriterLock, takes: false, "read"),
        new("ReaderWriterLockSlim", "EnterUpgradeableReadLock", LockKind.ReaderWriterLock, takes: true, "upgradeable"),
        new("ReaderWriterLockSlim", "TryEnterUpgradeableReadLock", LockKind.ReaderWriterLock, takes: true, "upgradeable"),
        new("ReaderWriterLockSlim", "ExitUpgradeableReadLock", LockKind.ReaderWriterLock, takes: false, "upgradeable"),
        new("ReaderWriterLockSlim", "EnterWriteLock", LockKind.ReaderWriterLock, takes: true, "write"),
        new("ReaderWriterLockSlim", "TryEnterWriteLock", LockKind.ReaderWriterLock, takes: true, "write"),
        new("ReaderWriterLockSlim", "ExitWriteLock", LockKind.ReaderWriterLock, takes: false, "write"),
        new("ReaderWriterLock", "AcquireReaderLock", LockKind.Mutex, takes: true, "read"),
        new("ReaderWriterLock", "ReleaseReaderLock", LockKind.Mutex, takes: false, "read"),
        new("ReaderWriterLock", "AcquireWriterLock", LockKind.Mutex, takes: true, "write"),
        new("ReaderWriterLock", "ReleaseWriterLock", LockKind.Mutex, takes: false, "write"),
    }.Concat(PackageLocks.Methods).GroupBy(method => method.Name).ToDictionary(methods => methods.Key, methods => methods.ToArray(), StringComparer.Ordinal);

    /// <summary>All words without which code neither takes nor releases a lock of the platform or of such a package.</summary>
    public static IEnumerable<string> Words => ByName.Keys.Concat(["lock", "Synchronized"]);

    /// <summary>A method of this name may take a lock.</summary>
    public static bool Take(string name) => ByName.TryGetValue(name, out var methods) && methods.Any(method => method.Takes);

    /// <summary>The lock method a call of <paramref name="method"/> on a <paramref name="receiver"/> is; null where it is none.</summary>
    public static LockMethod? Find(IMethodSymbol method, ITypeSymbol? receiver, IAssemblySymbol compiled)
    {
        if (!ByName.TryGetValue(method.Name, out var methods))
            return null;
        foreach (var known in methods)
        {
            // WaitOne is declared by WaitHandle: the receiver's type says whether it is a mutex.
            var type = method.ContainingType.Name == "WaitHandle" ? receiver : method.ContainingType;
            if (type?.Name == known.TypeName && Framework.IsIn(type, known.Namespace))
                return known;
        }

        return AsyncLockTypes.Have(method, compiled) ? AsyncLockTypes.Method : null;
    }
}

/// <summary>One method that works on a lock.</summary>
internal sealed class LockMethod(string typeName, string name, LockKind kind, bool takes, string mode = "", string package = "System.Threading")
{
    public string Namespace { get; } = package;

    public string TypeName { get; } = typeName;

    public string Name { get; } = name;

    public LockKind Kind { get; } = kind;

    /// <summary>Takes the lock; else releases it.</summary>
    public bool Takes { get; } = takes;

    /// <summary>Tells the modes of one lock apart.</summary>
    public string Mode { get; } = mode;
}
