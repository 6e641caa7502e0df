using DepGraph.Analyzers.Closures.Loops;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

// Through variables: every later use of the variable is a use of the carrier.
internal sealed partial class EscapeAnalysis
{
    private EscapeFlow Declare(IVariableDeclaratorOperation declarator, Carrier carrier)
    {
        var local = declarator.Symbol;
        if (local.RefKind != RefKind.None)
            return EscapeFlow.UsedUp;
        return IsOfThisIteration(local) ? FollowVariable(local, declarator.Root(), carrier) : Outer(local, carrier, declarator);
    }

    private static bool IsUsing(IVariableDeclaratorOperation? declarator)
    {
        for (var parent = declarator?.Parent; parent != null && parent is not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IUsingDeclarationOperation)
                return true;
            if (parent is IUsingOperation statement)
                return statement.Resources.Syntax.Span.Contains(declarator!.Syntax.Span);
        }

        return false;
    }

    private EscapeFlow FollowVariable(ISymbol variable, IOperation root, Carrier carrier)
    {
        if (!_followed.Add((variable, carrier.Kind, carrier.Inner?.Kind)))
            return EscapeFlow.UsedUp;

        var flow = EscapeFlow.UsedUp;
        foreach (var reference in root.ReferencesTo(variable))
        {
            if (VariableUses.Of(reference) is VariableUse.Read or VariableUse.Update)
                flow = flow.And(Here(reference, variable.ContainingSymbol, () => Follow(reference, carrier)));
        }

        return Ended(IsUsing(FreshObject.Declarator(variable, root)) ? flow.And(EscapeFlow.WaitedFor) : flow, carrier, root);
    }

    private EscapeFlow Elements(IForEachLoopOperation loop, Carrier carrier)
    {
        if (carrier.Inner is not { } element)
            return EscapeFlow.UsedUp;

        var flow = element.IsRunning ? EscapeFlow.WaitedFor : EscapeFlow.UsedUp;
        foreach (var local in loop.Locals)
            flow = flow.And(FollowVariable(local, loop.Root(), element));
        return flow;
    }

    /// <summary>What a read of a member or an element takes out of a holder: only a type that can be the content is.</summary>
    private static Carrier? ReadsOut(IOperation read, IOperation holder, Carrier carrier)
    {
        if (carrier is not { Kind: CarrierKind.Holder, Inner: { } content } || read.Type is not { } type)
            return null;
        if (read is IArrayElementReferenceOperation element ? element.ArrayReference != holder : ((IMemberReferenceOperation)read).Instance != holder)
            return null;

        var fits = content.Kind switch
        {
            CarrierKind.Delegate => type.TypeKind == TypeKind.Delegate || type.BaseType?.Name == "LambdaExpression",
            CarrierKind.Sequence => KnownCallees.IsCollection(type),
            CarrierKind.Running => KnownCallees.IsTask(type) || type.Name is "Thread" or "Timer",
            _ => false,
        };
        return fits ? content : null;
    }

    /// <summary>What one use of the variable settles (a task awaited, a subscription taken back), no other use keeps running.</summary>
    private static EscapeFlow Ended(EscapeFlow flow, Carrier carrier, IOperation root)
    {
        if (flow.Settled && carrier.IsRunning)
            return EscapeFlow.WaitedFor;
        if (carrier.IsRunning && flow is { Escape: null, Returned: null, Kept: null, Settled: false })
            return EscapeFlow.Escapes(root.Syntax, new EscapeReason("NotAwaited"), canEnd: true);
        return flow.AfterWaiting();
    }

    /// <summary>A variable that lives longer than the iteration keeps the carrier, unless it is only read again in the same iteration.</summary>
    private EscapeFlow Outer(ISymbol variable, Carrier carrier, IOperation at)
    {
        var kept = EscapeFlow.Escapes(at.Syntax, new EscapeReason("StoredIn", variable.Name));
        if (_loop == null || at is ICompoundAssignmentOperation || !_followed.Add((variable, carrier.Kind, carrier.Inner?.Kind)))
            return kept;

        var flow = EscapeFlow.UsedUp;
        foreach (var reference in at.Root().ReferencesTo(variable))
        {
            if (VariableUses.Of(reference) is VariableUse.Overwrite or VariableUse.Name || IsNullTest(reference))
                continue;
            if (reference.Syntax.Span.End <= _loop.Span.Start && !IsRepeatedWithTheLoop(reference.Syntax, variable))
                continue;
            if (!_loop.Repeats(reference.Syntax.Span) || reference.Syntax.SpanStart < at.Syntax.Span.End)
                flow = flow.And(kept);
            else
                flow = flow.And(Here(reference, variable.ContainingSymbol, () => Follow(reference, carrier)));
        }

        if (flow.Settled && carrier.IsRunning)
            return EscapeFlow.WaitedFor;
        return carrier.IsRunning && flow.Escape == null ? kept : flow;
    }

    private bool IsRepeatedWithTheLoop(SyntaxNode node, ISymbol variable) =>
        Loop.Around(_loop!.Syntax).Any(outer => outer.Repeats(node.Span) && !outer.MakesAnew(variable));

    private static bool IsNullTest(IOperation reference)
    {
        var parent = reference.Parent is IConversionOperation conversion ? conversion.Parent : reference.Parent;
        return parent is IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals };
    }
}
