namespace DepGraph.Analyzers.Locks.Search;

/// <summary>The helpers on the way from the lock to the callback.</summary>
/// <param name="name">The last helper's; null for a lambda.</param>
internal sealed class CallPath(CallPath? caller, string? name)
{
    public int Length { get; } = LengthOf(caller) + 1;

    /// <summary>From the lock on; null for a lambda.</summary>
    public IEnumerable<string?> Names => [.. caller?.Names ?? [], name];

    public static int LengthOf(CallPath? path) => path?.Length ?? 0;
}
