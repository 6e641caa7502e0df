namespace DepGraph.Analyzers.Locks.Held;

/// <summary>What is known of one lock at one point of a body.</summary>
internal sealed class LockEntry(string path, LockKind kind, HeldLock? taken, bool isHeld, object? flag, object? scope, bool isCallers = false)
    : IEquatable<LockEntry>
{
    public string Path { get; } = path;

    public LockKind Kind { get; } = kind;

    /// <summary>Where this body took the lock; null where it only releases it.</summary>
    public HeldLock? Taken { get; } = taken;

    public bool IsHeld { get; } = isHeld;

    /// <summary>The lock is the caller's: released here, and perhaps taken again.</summary>
    public bool IsCallers { get; } = isCallers;

    /// <summary>The local, capture or call whose <c>false</c> says that the lock was not taken after all.</summary>
    public object? Flag { get; } = flag;

    /// <summary>The local, capture or call whose <c>Dispose</c> releases the lock.</summary>
    public object? Scope { get; } = scope;

    public LockEntry Released() => new(Path, Kind, Taken, isHeld: false, flag: null, scope: null, IsCallers);

    /// <summary>The same lock, where the value <paramref name="from"/> is now also known as <paramref name="to"/>.</summary>
    public LockEntry Renamed(object from, object to) =>
        new(Path, Kind, Taken, IsHeld, Equals(Flag, from) ? to : Flag, Equals(Scope, from) ? to : Scope, IsCallers);

    /// <summary>Held on one way and never seen on the other counts as held; released on one way counts as released.</summary>
    public LockEntry Join(LockEntry other) =>
        !IsHeld ? this
            : !other.IsHeld ? other
            : new(Path, Kind, Taken, isHeld: true, Equals(Flag, other.Flag) ? Flag : null, Equals(Scope, other.Scope) ? Scope : null, IsCallers
                || other.IsCallers);

    public bool Equals(LockEntry? other) =>
        other is not null && Path == other.Path && IsHeld == other.IsHeld && IsCallers == other.IsCallers && Equals(Flag, other.Flag)
            && Equals(Scope, other.Scope)
            && Taken?.TakenAt == other.Taken?.TakenAt;

    public override bool Equals(object? obj) => Equals(obj as LockEntry);

    public override int GetHashCode() => Path.GetHashCode() + (IsHeld ? 1 : 0);
}
