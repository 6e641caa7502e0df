using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks;

internal static class Evaluation
{
    /// <summary>An operation and all inside it, in the order they are evaluated: operands first.</summary>
    public static IEnumerable<IOperation> Order(IOperation operation)
    {
        var open = new Stack<(IOperation Operation, bool OperandsDone)>();
        open.Push((operation, false));
        while (open.Count > 0)
        {
            var (current, operandsDone) = open.Pop();
            if (operandsDone)
            {
                yield return current;
                continue;
            }

            open.Push((current, true));
            foreach (var operand in current.ChildOperations.Reverse())
                open.Push((operand, false));
        }
    }
}
