using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Operations;

/// <summary>Ways through an operation tree that stop at, or know about, closures.</summary>
internal static class OperationWalk
{
    public static bool IsClosure(this IOperation operation) =>
        operation.Kind is OperationKind.AnonymousFunction or OperationKind.LocalFunction;

    public static IMethodSymbol? ClosureSymbol(this IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        _ => null,
    };

    /// <summary>The lambda or local function around the operation; null directly in a member's body.</summary>
    public static IOperation? EnclosingClosure(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent != null && !parent.IsClosure())
            parent = parent.Parent;
        return parent;
    }

    /// <summary>
    /// Whether a loop, or a label a jump may go back to, stands around the operation, also around the closures it is in: cheap, and never wrongly false.
    /// </summary>
    public static bool MayRepeat(this IOperation operation)
    {
        for (var parent = operation.Parent; parent != null; parent = parent.Parent)
        {
            if (parent is ILoopOperation
                || (parent is IBlockOperation block && block.Operations.Any(o => o is ILabeledOperation))
                || (parent is ISwitchCaseOperation section && section.Body.Any(o => o is ILabeledOperation)))
                return true;
        }

        return false;
    }

    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent != null)
            operation = operation.Parent;
        return operation;
    }

    /// <summary>Everything below the operation that runs when it runs: the bodies of closures are left out, the closures are not.</summary>
    public static IEnumerable<IOperation> DescendantsOutsideClosures(this IOperation operation)
    {
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next != operation)
            {
                yield return next;
                if (next.IsClosure())
                    continue;
            }

            foreach (var child in next.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    /// <summary>The operation without the conversions around its inner value.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The local or parameter a reference reads or writes.</summary>
    public static ISymbol? Variable(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    public static IEnumerable<IOperation> ReferencesTo(this IOperation root, ISymbol variable) =>
        root.Descendants().Where(operation => SymbolEqualityComparer.Default.Equals(operation.Variable(), variable));
}
