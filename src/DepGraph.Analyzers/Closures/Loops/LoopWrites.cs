using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Loops;

/// <summary>Where a loop writes variables itself, outside every closure: found in one walk, asked for each captured variable.</summary>
internal sealed class LoopWrites
{
    private readonly Dictionary<ISymbol, List<IOperation>> _writes = new(SymbolEqualityComparer.Default);

    /// <param name="inside">Any operation within the loop.</param>
    public LoopWrites(Loop loop, IOperation inside)
    {
        foreach (var operation in loop.OperationAround(inside).DescendantsOutsideClosures())
        {
            if (Written(operation) is not { } variable || !loop.Repeats(operation.Syntax.Span))
                continue;
            if (!_writes.TryGetValue(variable, out var writes))
                _writes.Add(variable, writes = []);
            writes.Add(operation);
        }
    }

    /// <summary>The writes that may still change what a closure made at <paramref name="capture"/> sees.</summary>
    public IReadOnlyList<IOperation> To(ISymbol variable, IOperation capture) => _writes.TryGetValue(variable, out var writes)
        ? writes.FindAll(write => write is IVariableDeclaratorOperation || !FillsOnce(write, variable, capture))
        : [];

    private static ISymbol? Written(IOperation operation)
    {
        // A goto backward within the block runs a declaration's initializer again, on the same variable.
        if (operation is IVariableDeclaratorOperation declarator)
            return declarator.GetVariableInitializer() == null ? null : declarator.Symbol;
        return operation.Variable() is { } variable && VariableUses.Of(operation).Writes() ? variable : null;
    }

    /// <summary><c>x ??= ...</c> or <c>if (x == null) x = ...</c> ahead of the closure: once it is made, that write does nothing more.</summary>
    private static bool FillsOnce(IOperation write, ISymbol variable, IOperation capture)
    {
        if (write.Syntax.SpanStart > capture.Syntax.SpanStart)
            return false;

        IOperation? guarded = write.Parent as ICoalesceAssignmentOperation;
        for (var parent = write.Parent; guarded == null && parent is not (null or ILoopOperation); parent = parent.Parent)
        {
            if (parent is IConditionalOperation { WhenFalse: null } guard && TestsForNull(guard.Condition, variable))
                guarded = guard;
        }

        if (guarded?.Parent is IExpressionStatementOperation statement)
            guarded = statement;
        return guarded?.Parent is IBlockOperation block && block.Syntax.Span.Contains(capture.Syntax.Span);
    }

    private static bool TestsForNull(IOperation condition, ISymbol variable) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test => Compares(test.LeftOperand, test.RightOperand, variable),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } test => Compares(test.Value, value, variable),
        _ => false,
    };

    private static bool Compares(IOperation left, IOperation right, ISymbol variable) =>
        SymbolEqualityComparer.Default.Equals(left.WithoutConversions().Variable(), variable)
            && right.WithoutConversions().ConstantValue is { HasValue: true, Value: null };
}
