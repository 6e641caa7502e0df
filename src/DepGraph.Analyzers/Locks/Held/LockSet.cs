using System.Collections.Immutable;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The locks at one point of a body, held or released there, and whether an <c>await</c> lies behind.</summary>
internal sealed class LockSet(ImmutableArray<LockEntry> entries, bool hasAwaited) : IEquatable<LockSet>
{
    public static readonly LockSet Empty = new(ImmutableArray<LockEntry>.Empty, hasAwaited: false);

    /// <summary>How often one lock may be taken inside itself before the count no longer matters.</summary>
    private const int DeepestNesting = 3;

    private ImmutableArray<LockEntry> Entries { get; } = entries;

    /// <summary>Every way to this point has awaited: for a caller that does not await, this code runs later.</summary>
    public bool HasAwaited { get; } = hasAwaited;

    public IEnumerable<LockEntry> Held => Entries.Where(entry => entry.IsHeld);

    public IEnumerable<LockEntry> Released => Entries.Where(entry => !entry.IsHeld);

    /// <summary>What this means to a caller where it is the state at the end of a helper: locks taken for it, and its own released.</summary>
    public IEnumerable<LockEntry> OnExit() => Entries.Where(entry => entry.IsHeld != entry.IsCallers);

    public bool HoldsAny
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.IsHeld)
                    return true;
            }

            return false;
        }
    }

    public LockSet Awaited() => HasAwaited ? this : new(Entries, hasAwaited: true);

    public LockSet Take(HeldLock taken, object? flag, object? scope)
    {
        var path = taken.Path;
        for (var depth = 0; depth < DeepestNesting && Find(path) is { IsHeld: true }; depth++)
            path += "'";
        return With(new LockEntry(path, taken.Kind, taken, isHeld: true, flag, scope, isCallers: Find(path)?.IsCallers ?? false));
    }

    /// <remarks>A local that is no known alias may stand for any lock of its kind: better one too many is released than held.</remarks>
    public LockSet Release(string path, LockKind kind)
    {
        var innermost = Entries.LastOrDefault(entry => entry.IsHeld && entry.Path.TrimEnd('\'') == path)
            ?? (AccessPath.IsLocal(path) ? Entries.LastOrDefault(entry => entry.IsHeld && entry.Kind == kind) : null);
        return With(innermost?.Released() ?? Find(path)?.Released() ?? new LockEntry(path, kind, null, isHeld: false, null, null, isCallers: true));
    }

    /// <summary>Releases the lock whose scope is this value; null where no lock has that scope.</summary>
    public LockSet? ReleaseScope(object scope) =>
        Entries.LastOrDefault(entry => entry.IsHeld && Equals(entry.Scope, scope)) is { } entry ? With(entry.Released()) : null;

    /// <summary>The flag is false or the scope is null here: the lock was never taken on this way.</summary>
    public LockSet NotTaken(object flagOrScope)
    {
        var left = Entries.RemoveAll(entry => entry.IsHeld && (Equals(entry.Flag, flagOrScope) || Equals(entry.Scope, flagOrScope)));
        return left.Length == Entries.Length ? this : new(left, HasAwaited);
    }

    public LockSet Rename(object from, object to) =>
        Entries.Any(entry => Equals(entry.Flag, from) || Equals(entry.Scope, from))
            ? new(Entries.Select(entry => entry.Renamed(from, to)).ToImmutableArray(), HasAwaited)
            : this;

    public LockSet Join(LockSet other)
    {
        if (ReferenceEquals(this, other) || Equals(other))
            return this;
        var joined = this;
        foreach (var entry in other.Entries)
            joined = joined.With(joined.Find(entry.Path)?.Join(entry) ?? entry);
        return new(joined.Entries, HasAwaited && other.HasAwaited);
    }

    public bool Equals(LockSet? other) =>
        ReferenceEquals(this, other)
            || (other is not null && HasAwaited == other.HasAwaited && Entries.Length == other.Entries.Length && Entries.SequenceEqual(other.Entries));

    public override bool Equals(object? obj) => Equals(obj as LockSet);

    public override int GetHashCode() => Entries.Length == 0 ? 0 : Entries[0].GetHashCode() + Entries.Length;

    private LockEntry? Find(string path) => Entries.FirstOrDefault(entry => entry.Path == path);

    private LockSet With(LockEntry entry)
    {
        var at = Entries.IndexOf(Entries.FirstOrDefault(e => e.Path == entry.Path)!);
        if (at >= 0)
            return new(Entries.SetItem(at, entry), HasAwaited);
        at = Entries.TakeWhile(e => string.CompareOrdinal(e.Path, entry.Path) < 0).Count();
        return new(Entries.Insert(at, entry), HasAwaited);
    }
}
