using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>What one call does to a lock.</summary>
internal sealed class LockAction
{
    private LockAction(string path, LockKind kind, HeldLock? taken, object? flag)
    {
        Path = path;
        Kind = kind;
        Taken = taken;
        Flag = flag;
    }

    public string Path { get; }

    public LockKind Kind { get; }

    /// <summary>The lock the call takes; null where it releases one.</summary>
    public HeldLock? Taken { get; }

    /// <summary>The value that is false where the lock was not taken; null where the call takes it in any case.</summary>
    public object? Flag { get; }

    public static LockAction Take(HeldLock taken, object? flag) => new(taken.Path, taken.Kind, taken, flag);

    public static LockAction Release(string path, LockKind kind) => new(path, kind, null, null);
}
