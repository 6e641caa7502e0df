using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>What a branch says about the locks: the way of a failed TryEnter holds nothing.</summary>
internal static class LockConditions
{
    public static LockState Assume(IOperation? condition, bool value, LockState state, LockSteps steps)
    {
        switch (condition)
        {
            case null:
                return state;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Assume(not.Operand, !value, state, steps);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when comparison.RightOperand.ConstantValue is { HasValue: true, Value: bool right }:
                return Assume(comparison.LeftOperand, value == (right == (comparison.OperatorKind == BinaryOperatorKind.Equals)), state, steps);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when comparison.RightOperand.ConstantValue is { HasValue: true, Value: null }:
                return AssumeNull(comparison.LeftOperand, value == (comparison.OperatorKind == BinaryOperatorKind.Equals), state);
            case IIsNullOperation isNull:
                return AssumeNull(isNull.Operand, value, state);
            case IIsPatternOperation { Value: var tested, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } }:
                return AssumeNull(tested, value, state);
            case IIsPatternOperation { Value: var tested, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } }:
                return AssumeNull(tested, !value, state);
        }

        if (value)
            return state;
        if (steps.AskedFor(condition) is { } path)
            return state.Held.Any(entry => entry.Path == path) ? state.Release(path, LockKind.Monitor) : state;
        return Unwrap.Identity(condition) is { } flag ? state.NotTaken(flag) : state;
    }

    private static LockState AssumeNull(IOperation tested, bool isNull, LockState state)
        => isNull && Unwrap.Identity(tested) is { } scope ? state.NotTaken(scope) : state;
}
