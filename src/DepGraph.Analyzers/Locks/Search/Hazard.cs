using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>What must not happen under a lock, and does.</summary>
internal sealed class Hazard(Effect effect, EffectResult result, CallPath? path, HeldLock heldLock)
{
    public Effect Effect { get; } = effect;

    public LockRule Rule { get; } = result.Rule;

    public HazardText Text { get; } = result.Text!;

    /// <summary>The helpers between the lock and the hazard; null where it stands under the lock itself.</summary>
    public CallPath? Path { get; } = path;

    public HeldLock HeldLock { get; } = heldLock;

    /// <summary>The creations of a TaskCompletionSource that lack the flag.</summary>
    public IReadOnlyList<IOperation> Creations { get; } = result.Creations;
}
