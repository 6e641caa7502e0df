using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Code of others that runs under a lock.</summary>
internal sealed class Callback(Effect effect, EffectResult result, CallPath? path, HeldLock heldLock)
{
    public Effect Effect { get; } = effect;

    public CallbackText Text { get; } = result.Text!;

    /// <summary>The helpers between the lock and the callback; null where it stands under the lock itself.</summary>
    public CallPath? Path { get; } = path;

    public HeldLock HeldLock { get; } = heldLock;

    public bool IsImplicit { get; } = result.IsImplicit;

    /// <summary>The creations of a TaskCompletionSource that lack the flag.</summary>
    public IReadOnlyList<IOperation> Creations { get; } = result.Creations;
}
