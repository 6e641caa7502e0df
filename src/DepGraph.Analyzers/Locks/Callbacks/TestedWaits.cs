using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Tasks whose <c>IsCompleted</c> was asked, and signals whose <c>IsSet</c> or <c>CurrentCount</c> was, on the way of the answer yes.</summary>
internal static class TestedWaits
{
    public static bool Include(IOperation waited, IOperation at, Body body)
    {
        if (BlockOf(at, body) is not { } here)
            return false;
        foreach (var block in body.Graph.Blocks)
        {
            if (block is { BranchValue: { } condition, ConditionalSuccessor: { } conditional, FallThroughSuccessor: { } otherwise }
                && condition.DescendantsAndSelf().Any(operation => IsTest(operation, waited, body)))
            {
                var no = (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == IsNegated(condition) ? conditional : otherwise;
                if (!Reaches(no.Destination, here, block))
                    return true;
            }
        }

        return false;
    }

    private static bool IsTest(IOperation operation, IOperation waited, Body body)
    {
        var asked = operation switch
        {
            IPropertyReferenceOperation
            {
                Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsSet" or "CurrentCount",
                Instance: { } instance
            } => instance,
            IInvocationOperation { TargetMethod: { Name: "IsCompletedSuccessfully", IsExtensionMethod: true } } call => call.Arguments[0].Value,
            _ => null,
        };
        return asked != null && TaskVariable.IsSame(TaskVariable.Of(asked, body), waited);
    }

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
