using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Tasks whose <c>IsCompleted</c> was asked, on the way of the answer yes.</summary>
internal static class TestedTasks
{
    public static bool Include(IOperation task, IOperation at, Body body)
    {
        if (BlockOf(at, body) is not { } here)
            return false;
        foreach (var block in body.Graph.Blocks)
        {
            if (block is { BranchValue: { } condition, ConditionalSuccessor: { } conditional, FallThroughSuccessor: { } otherwise }
                && condition.DescendantsAndSelf().Any(operation => IsTest(operation, task, body)))
            {
                var no = (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == IsNegated(condition) ? conditional : otherwise;
                if (!Reaches(no.Destination, here, block))
                    return true;
            }
        }

        return false;
    }

    private static bool IsTest(IOperation operation, IOperation task, Body body) =>
        operation is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully", Instance: { } asked }
            && TaskVariable.IsSame(TaskVariable.Of(asked, body), task);

    private static bool IsNegated(IOperation condition) => condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not && !IsNegated(not.Operand);

    private static BasicBlock? BlockOf(IOperation at, Body body)
    {
        foreach (var block in body.Graph.Blocks)
        {
            var (start, end) = body.RangeOf(block);
            for (var index = start; index < end; index++)
            {
                if (body.Operations[index] == at)
                    return block;
            }
        }

        return null;
    }

    private static bool Reaches(BasicBlock? from, BasicBlock to, BasicBlock without)
    {
        var seen = new HashSet<BasicBlock> { without };
        var open = new Stack<BasicBlock?>([from]);
        while (open.Count > 0)
        {
            if (open.Pop() is not { } block || !seen.Add(block))
                continue;
            if (block == to)
                return true;
            open.Push(block.ConditionalSuccessor?.Destination);
            open.Push(block.FallThroughSuccessor?.Destination);
        }

        return from == to;
    }
}
