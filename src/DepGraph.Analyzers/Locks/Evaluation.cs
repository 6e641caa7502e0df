using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks;

internal static class Evaluation
{
    /// <summary>An operation and all inside it that is compiled, in the order of evaluation: operands first.</summary>
    public static IReadOnlyList<IOperation> Order(IOperation operation)
    {
        var last = new List<IOperation>();
        var open = new Stack<IOperation>();
        open.Push(operation);
        while (open.Count > 0)
        {
            var current = open.Pop();
            if (ErasedCalls.Includes(current))
                continue;
            last.Add(current);
            foreach (var operand in current.ChildOperations)
                open.Push(operand);
        }

        last.Reverse();
        return last;
    }
}
