using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>All operations of a body with the locks before each, and the locks where the body ends.</summary>
internal sealed class LockFlowResult(IReadOnlyList<LockStep> steps, LockState atExit)
{
    public IReadOnlyList<LockStep> Steps { get; } = steps;

    public LockState AtExit { get; } = atExit;
}

/// <summary>One operation and the locks just before it.</summary>
internal sealed class LockStep(IOperation operation, LockState state)
{
    public IOperation Operation { get; } = operation;

    public LockState State { get; } = state;
}
