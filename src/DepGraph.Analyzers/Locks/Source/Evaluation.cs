using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

internal static class Evaluation
{
    /// <summary>Appends an operation and all inside it that is compiled, in the order of evaluation: operands first.</summary>
    public static void AddInOrder(IOperation operation, List<IOperation> operations)
    {
        var first = operations.Count;
        var open = new Stack<IOperation>();
        open.Push(operation);
        while (open.Count > 0)
        {
            var current = open.Pop();
            if (ErasedCalls.Includes(current))
                continue;
            operations.Add(current);
            foreach (var operand in current.ChildOperations)
                open.Push(operand);
        }

        operations.Reverse(first, operations.Count - first);
    }
}
