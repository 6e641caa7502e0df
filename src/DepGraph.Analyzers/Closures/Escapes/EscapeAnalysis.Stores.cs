using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

// Where a carrier is put: into a variable, or into a member of an object.
internal sealed partial class EscapeAnalysis
{
    private EscapeFlow Store(IOperation target, Carrier carrier, IOperation at)
    {
        switch (target)
        {
            case IDiscardOperation:
                return EscapeFlow.UsedUp;
            case IDeclarationExpressionOperation declaration:
                return Store(declaration.Expression, carrier, at);
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } or IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                return StoredIn(target, at);
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return IsOfThisIteration(target.Variable()!) ? FollowVariable(target.Variable()!, at.Root(), carrier) : Outer(target.Variable()!, carrier, at);
            case IMemberReferenceOperation { Instance: { } instance }:
                return Keep(instance, carrier, target, at);
            case IArrayElementReferenceOperation element:
                return Keep(element.ArrayReference, carrier, target, at);
            default:
                return StoredIn(target, at);
        }
    }

    /// <summary>The object <paramref name="instance"/> now holds the carrier, so the question is whether the object stays.</summary>
    private EscapeFlow Keep(IOperation instance, Carrier carrier, IOperation target, IOperation at)
    {
        instance = instance.WithoutConversions();
        var holder = Carrier.HolderOf(carrier);
        switch (instance)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return Creation(instance) is { } creation ? Follow(creation, holder) : StoredIn(target, at);
            case IInstanceReferenceOperation when _callee is { IsStatic: false, MethodKind: not MethodKind.LocalFunction }:
                return new EscapeFlow { Kept = carrier };
            case ILocalReferenceOperation { Local: var local } when IsOfThisIteration(local) && FreshObject.IsIn(local, at.Root()):
                var flow = FollowVariable(local, at.Root(), holder);
                return target is IEventReferenceOperation && FreshObject.IsEnabled(local, at.Root())
                    ? flow.And(StoredIn(target, at)).AfterWaiting()
                    : flow;
            case IMemberReferenceOperation { Instance: { } outer } when target is not IEventReferenceOperation:
                return Keep(outer, carrier, target, at);
            case IConditionalAccessInstanceOperation when AccessedBy(instance) is { } accessed:
                return Keep(accessed, carrier, target, at);
            case IObjectCreationOperation or IArrayCreationOperation:
                return Follow(instance, holder);
            default:
                return StoredIn(target, at);
        }
    }

    private static EscapeFlow StoredIn(IOperation target, IOperation at) =>
        EscapeFlow.Escapes(at.Syntax, Description(target), canEnd: target is IEventReferenceOperation);

    private static EscapeReason Description(IOperation target) => target switch
    {
        IEventReferenceOperation e => new EscapeReason("Subscribed", e.Event.Name),
        IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation =>
            new EscapeReason("StoredInElement", target.Syntax.ToString()),
        IMemberReferenceOperation member => new EscapeReason("StoredIn", member.Member.Name),
        _ => new EscapeReason("StoredIn", target.Syntax.ToString()),
    };

    /// <summary>The object whose initializer the implicit receiver stands in.</summary>
    private static IOperation? Creation(IOperation receiver)
    {
        for (var parent = receiver.Parent; parent != null; parent = parent.Parent)
        {
            if (parent is IObjectCreationOperation or IWithOperation or IAnonymousObjectCreationOperation or ITypeParameterObjectCreationOperation)
                return parent;
        }

        return null;
    }

    private static IOperation? AccessedBy(IOperation placeholder)
    {
        for (var parent = placeholder.Parent; parent != null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(placeholder.Syntax.Span))
                return access.Operation;
        }

        return null;
    }

    /// <summary>Whether the variable ends with the iteration, or in a callee with the call.</summary>
    private bool IsOfThisIteration(ISymbol variable)
    {
        if (_loop != null)
            return _loop.MakesAnew(variable);
        return variable.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            && _callee!.DeclaringSyntaxReferences.FirstOrDefault() is { } body
            && body.SyntaxTree == declaration.SyntaxTree && body.Span.Contains(declaration.Span);
    }
}
