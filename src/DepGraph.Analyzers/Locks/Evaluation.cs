using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks;

internal static class Evaluation
{
    /// <summary>An operation and all inside it, in the order they are evaluated: operands first.</summary>
    public static IReadOnlyList<IOperation> Order(IOperation operation)
    {
        var last = new List<IOperation>();
        var open = new Stack<IOperation>();
        open.Push(operation);
        while (open.Count > 0)
        {
            var current = open.Pop();
            last.Add(current);
            foreach (var operand in current.ChildOperations)
                open.Push(operand);
        }

        last.Reverse();
        return last;
    }
}
