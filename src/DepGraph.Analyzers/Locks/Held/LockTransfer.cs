using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The transfer function: what one operation changes about the locks.</summary>
/// <param name="actionsOf">What a call does to locks.</param>
internal sealed class LockTransfer(Body body, Bodies bodies, Func<IInvocationOperation, IEnumerable<LockAction>> actionsOf)
{
    private readonly Dictionary<IOperation, LockAction[]> _actions = [];

    /// <summary>The operation may change the state; where none does, there is nothing to follow.</summary>
    public bool Matters(IOperation operation) =>
        operation is IAwaitOperation || (operation is IInvocationOperation call && ActionsOf(call).Length > 0);

    /// <summary>What the operation itself does to locks.</summary>
    public IReadOnlyList<LockAction> ActionsOf(IOperation operation) => operation is IInvocationOperation call ? ActionsOf(call) : [];

    public LockSet After(IOperation operation, LockSet state)
    {
        if (!state.HoldsAny && operation is not (IInvocationOperation or IAwaitOperation))
            return state;
        switch (operation)
        {
            case IInvocationOperation call:
                return After(call, state);
            case IFlowCaptureOperation capture when Unwrap.Identity(capture.Value) is { } value:
                return state.Rename(value, capture.Id);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: var assigned } when Unwrap.Identity(assigned) is { } value:
                return state.Rename(value, target.Local);
            case IAwaitOperation:
                return state.Awaited();
            default:
                return state;
        }
    }

    /// <summary>The lock entered when <c>Monitor.IsEntered(x)</c> and its like are asked; null for other values.</summary>
    public string? AskedFor(IOperation condition) =>
        condition is IInvocationOperation { TargetMethod: { Name: "IsEntered", ContainingType.Name: "Monitor" } } call
            ? AccessPath.Of(call.Arguments[0].Value, body, bodies)
            : null;

    private LockSet After(IInvocationOperation call, LockSet state)
    {
        if (call.TargetMethod.Name is "Dispose" or "DisposeAsync"
            && call.Instance is { } scope
            && Unwrap.Identity(scope) is { } identity
            && state.ReleaseScope(identity) is { } released)
            return released;

        foreach (var action in ActionsOf(call))
        {
            state = action.Taken is { } taken
                ? state.Take(taken, action.Flag, scope: call.Syntax)
                : state.Release(action.Path, action.Kind);
        }

        return state;
    }

    private LockAction[] ActionsOf(IInvocationOperation call)
    {
        if (!_actions.TryGetValue(call, out var actions))
            _actions.Add(call, actions = [.. actionsOf(call)]);
        return actions;
    }
}
