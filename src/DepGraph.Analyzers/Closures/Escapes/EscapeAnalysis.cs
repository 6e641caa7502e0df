using DepGraph.Analyzers.Closures.Loops;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>
/// Follows a value that carries a closure from where it is made to where it ends: used up, kept, or running on.
/// It does so for one iteration of a loop, or for the body of a callee that was given the value.
/// </summary>
internal sealed partial class EscapeAnalysis
{
    // Newer than the Roslyn this is built against: collection expressions, and arguments of a params collection.
    private const OperationKind CollectionExpression = (OperationKind)0x7F;
    private const ArgumentKind ParamCollection = (ArgumentKind)4;

    private readonly EscapeContext _context;
    private readonly ClosureOptions _options;
    private readonly Loop? _loop;
    private readonly IMethodSymbol? _callee;
    private readonly int _depth;
    private readonly HashSet<(object, CarrierKind?, CarrierKind?)> _followed = [];

    /// <summary>For one iteration of <paramref name="loop"/>.</summary>
    public EscapeAnalysis(EscapeContext context, ClosureOptions options, Loop loop) =>
        (_context, _options, _loop) = (context, options, loop);

    private EscapeAnalysis(EscapeAnalysis caller, IMethodSymbol callee) =>
        (_context, _options, _callee, _depth) = (caller._context, caller._options, callee, caller._depth + 1);

    public EscapeFlow Follow(IOperation value, Carrier carrier)
    {
        switch (value.Parent)
        {
            case IConversionOperation or IDelegateCreationOperation or ITranslatedQueryOperation or IParenthesizedOperation:
                return Follow(value.Parent, carrier);

            case IConditionalOperation choice when choice.Condition != value:
            case ICoalesceOperation:
            case ISwitchExpressionArmOperation:
            case ISwitchExpressionOperation when value is ISwitchExpressionArmOperation:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                return Follow(value.Parent, carrier);

            case IConditionalAccessOperation access when access.Operation == value:
                return access.WhenNotNull.DescendantsAndSelf().FirstOrDefault(o => o is IConditionalAccessInstanceOperation) is { } instance
                    ? Follow(instance, carrier)
                    : EscapeFlow.UsedUp;
            case IConditionalAccessOperation access:
                return Follow(access, carrier);

            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return Declare(declarator, carrier);
            case IFieldInitializerOperation or IPropertyInitializerOperation:
                return new EscapeFlow { Kept = carrier };

            case IEventAssignmentOperation subscription:
                return subscription.Adds ? Store(subscription.EventReference, carrier, subscription) : EscapeFlow.WaitedFor;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract }:
                return EscapeFlow.UsedUp;
            case IDeconstructionAssignmentOperation:
                return EscapeFlow.UsedUp;
            case IAssignmentOperation assignment when assignment.Value == value:
                var stored = Store(assignment.Target, carrier, assignment);
                return assignment.Parent is IExpressionStatementOperation ? stored : stored.And(Follow(assignment, carrier));

            case ITupleOperation tuple:
                return InTuple(tuple, value, carrier);
            case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                return Follow(array, Carrier.HolderOf(carrier));
            case IWithOperation copy when copy.Operand == value:
                return Follow(copy, carrier);
            case { Syntax: SpreadElementSyntax }:
                return carrier.Inner is { } element ? Follow(value.Parent.Parent!, Carrier.HolderOf(element)) : EscapeFlow.UsedUp;
            case { Syntax: CollectionExpressionSyntax } or { Kind: CollectionExpression }:
                return Follow(value.Parent, Carrier.HolderOf(carrier));

            case IReturnOperation exit:
                return Return(exit, carrier);
            case IAwaitOperation:
                return EscapeFlow.WaitedFor;
            case IUsingOperation or IUsingDeclarationOperation:
                return EscapeFlow.WaitedFor;
            case IForEachLoopOperation loop when loop.Collection == value:
                return Elements(loop, carrier);
            case IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } when assignment.Target == value.Parent
                && FreshObject.Enables(assignment):
                return EscapeFlow.Escapes(assignment.Syntax, new EscapeReason("Enabled"), canEnd: true);
            case IPropertyReferenceOperation { Property.Name: "Parent", Parent: ISimpleAssignmentOperation attachment } when attachment.Target == value.Parent:
                return EscapeFlow.Escapes(attachment.Syntax, new EscapeReason("StoredIn", attachment.Value.Syntax.ToString()));
            case IMemberReferenceOperation or IArrayElementReferenceOperation when ReadsOut(value.Parent, value, carrier) is { } content:
                return Follow(value.Parent, content);

            case IArgumentOperation argument:
                return Argument(argument, carrier);
            case IInvocationOperation call when call.Instance == value:
                return CallOn(call, carrier);
            case IPropertyReferenceOperation { Property.Name: "Result" } when carrier.IsRunning:
                return EscapeFlow.WaitedFor;
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation:
                return Unknown(value.Parent, carrier);
            default:
                return EscapeFlow.UsedUp;
        }
    }

    /// <summary>Follows every way in which a closure is used as a value or called; <paramref name="result"/> is what a call of it gives.</summary>
    public EscapeFlow FollowClosure(IOperation closure, Carrier? result)
    {
        if (!_followed.Add((closure.Syntax, result?.Kind, result?.Inner?.Kind)))
            return EscapeFlow.UsedUp;
        if (closure is not ILocalFunctionOperation { Symbol: var symbol })
            return Follow(closure, new Carrier(CarrierKind.Delegate, result));

        var flow = EscapeFlow.UsedUp;
        foreach (var use in _context.LocalFunctionUses.Of(symbol, closure.Root()))
            flow = flow.And(FollowUse(use, symbol.ContainingSymbol, result));
        return flow;
    }

    /// <summary>Follows one use of a local function, also out of the closures around it.</summary>
    public EscapeFlow FollowUse(IOperation use, ISymbol owner, Carrier? result) =>
        Here(use, owner, () => use is IInvocationOperation
            ? result == null ? EscapeFlow.UsedUp : FollowResult(use, result)
            : Follow(use, new Carrier(CarrierKind.Delegate, result)));

    /// <summary>A value used inside another closure is carried by that closure too; waiting in there is no waiting here.</summary>
    private EscapeFlow Here(IOperation use, ISymbol owner, Func<EscapeFlow> follow)
    {
        var flow = follow();
        for (var closure = use.EnclosingClosure();
            closure != null && !SymbolEqualityComparer.Default.Equals(closure.ClosureSymbol(), owner);
            closure = closure.EnclosingClosure())
        {
            var outer = FollowClosure(closure, ClosureBody.Result(closure, [use.Syntax]));
            flow = (flow with { Settled = false }).And(outer);
        }

        return flow;
    }

    private EscapeFlow FollowResult(IOperation call, Carrier result) =>
        result.IsRunning ? Scheduled(call, new EscapeReason("RunsOnAfterAwait")) : Follow(call, result);

    /// <summary>Something that runs by itself from here on, until someone waits for it.</summary>
    private EscapeFlow Scheduled(IOperation call, EscapeReason reason)
    {
        var flow = Follow(call, Carrier.Running);
        if (flow.Settled)
            return EscapeFlow.WaitedFor;
        return flow.Returned != null || flow.Kept != null ? flow : EscapeFlow.Escapes(call.Syntax, reason, canEnd: true);
    }

    private EscapeFlow Return(IReturnOperation exit, Carrier carrier)
    {
        var function = exit.EnclosingClosure();
        if (function != null && !IsOwnFunction(function))
        {
            var flow = FollowClosure(function, exit.Kind == OperationKind.YieldReturn ? Carrier.SequenceOf(carrier) : carrier);
            return flow.Escape == null ? flow.And(EscapeFlow.WaitedFor) : flow;
        }

        if (_callee != null)
            return new EscapeFlow { Returned = exit.Kind == OperationKind.YieldReturn ? Carrier.SequenceOf(carrier) : carrier };
        return exit.Kind == OperationKind.YieldReturn
            ? EscapeFlow.Escapes(exit.Syntax, new EscapeReason("YieldReturned"))
            : EscapeFlow.UsedUp;
    }

    /// <summary>Whether the function is the one whose loop or body is followed, not one nested in it.</summary>
    private bool IsOwnFunction(IOperation function) => _callee != null
        ? SymbolEqualityComparer.Default.Equals(function.ClosureSymbol(), _callee)
        : function.Syntax.Span.Contains(_loop!.Span);

    private EscapeFlow InTuple(ITupleOperation tuple, IOperation value, Carrier carrier)
    {
        var parent = tuple.Parent is IConversionOperation conversion ? conversion.Parent : tuple.Parent;
        if (parent is not IDeconstructionAssignmentOperation assignment || Targets(assignment.Target) is not { } targets)
            return Follow(tuple, Carrier.HolderOf(carrier));

        var index = tuple.Elements.IndexOf(value);
        return index >= 0 && index < targets.Elements.Length ? Store(targets.Elements[index], carrier, assignment) : EscapeFlow.UsedUp;
    }

    private static ITupleOperation? Targets(IOperation target) =>
        target is IDeclarationExpressionOperation declaration ? declaration.Expression as ITupleOperation : target as ITupleOperation;
}
