using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>What a branch says about the locks: the way of a failed TryEnter holds nothing.</summary>
internal static class LockConditions
{
    public static LockSet Assume(IOperation? condition, bool value, LockSet state, LockTransfer transfer)
    {
        switch (condition)
        {
            case null:
                return state;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Assume(not.Operand, !value, state, transfer);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when comparison.RightOperand.ConstantValue is { HasValue: true, Value: bool right }:
                return Assume(comparison.LeftOperand, value == (right == (comparison.OperatorKind == BinaryOperatorKind.Equals)), state, transfer);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when comparison.RightOperand.ConstantValue is { HasValue: true, Value: null }:
                return AssumeNull(comparison.LeftOperand, value == (comparison.OperatorKind == BinaryOperatorKind.Equals), state);
            case IIsNullOperation isNull:
                return AssumeNull(isNull.Operand, value, state);
            case IIsPatternOperation { Value: var tested, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } }:
                return AssumeNull(tested, value, state);
            case IIsPatternOperation
            {
                Value: var tested,
                Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } }
            }:
                return AssumeNull(tested, !value, state);
        }

        if (value)
            return state;
        if (transfer.AskedFor(condition) is { } path)
            return state.Held.Any(entry => entry.Path == path) ? state.Release(path, LockKind.Monitor) : state;
        return Unwrap.Identity(condition) is { } flag ? state.NotTaken(flag) : state;
    }

    private static LockSet AssumeNull(IOperation tested, bool isNull, LockSet state) =>
        isNull && Unwrap.Identity(tested) is { } scope ? state.NotTaken(scope) : state;
}
