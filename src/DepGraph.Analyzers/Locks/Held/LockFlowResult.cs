using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>All operations of a body with the locks before each, and the locks where the body ends.</summary>
internal sealed class LockFlowResult(IReadOnlyList<LockPoint> points, LockSet atExit)
{
    public IReadOnlyList<LockPoint> Points { get; } = points;

    public LockSet AtExit { get; } = atExit;
}

/// <summary>One operation and the locks just before it.</summary>
internal sealed class LockPoint(IOperation operation, LockSet locks, IReadOnlyList<LockAction> actions)
{
    public IOperation Operation { get; } = operation;

    public LockSet Locks { get; } = locks;

    /// <summary>What the operation itself does to locks.</summary>
    public IReadOnlyList<LockAction> Actions { get; } = actions;
}
