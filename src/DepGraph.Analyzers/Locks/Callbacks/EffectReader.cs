using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Reads from one operation what it may run; whose code that is, the search finds out.</summary>
internal sealed class EffectReader(Compilation compilation)
{
    /// <summary><c>OperationKind.Spread</c>, which Roslyn 4.8 does not name yet.</summary>
    private const int SpreadKind = 0x80;

    public IEnumerable<Effect> Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfCall(call),
        IObjectCreationOperation creation => OfCreation(creation),
        IPropertyReferenceOperation property => OfProperty(property),
        IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var @event } reference } assignment
            when (assignment.Adds ? @event.AddMethod : @event.RemoveMethod) is { } accessor
            => OfMember(accessor, reference.Instance, assignment),
        IDynamicInvocationOperation call => [new(EffectKind.Reflect, call, call.Operation)],
        _ when (int)operation.Kind == SpreadKind => [new(EffectKind.Enumerate, operation, operation.ChildOperations.FirstOrDefault())],
        IReturnOperation { Kind: OperationKind.YieldReturn } => [new(EffectKind.Yield, operation)],
        IBinaryOperation { OperatorMethod: { } method } => [new(EffectKind.Run, operation, method: method)],
        IUnaryOperation { OperatorMethod: { } method } => [new(EffectKind.Run, operation, method: method)],
        IConversionOperation { OperatorMethod: { } method } => [new(EffectKind.Run, operation, method: method)],
        _ => FormattingEffects.OfText(operation),
    };

    private IEnumerable<Effect> OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke || (method.Name == "DynamicInvoke" && method.ContainingType?.Name == "Delegate"))
            return [new(EffectKind.Invoke, call, call.Instance)];
        if (method.ContainingType is { TypeKind: TypeKind.Delegate })
            return []; // BeginInvoke runs elsewhere
        return Framework.Declares(method.ContainingType, compilation.Assembly)
            ? FrameworkEffects.OfCall(call)
            : OfMember(method, call.Instance, call);
    }

    private IEnumerable<Effect> OfCreation(IObjectCreationOperation creation)
        => creation.Constructor is not { } constructor ? []
            : Framework.Declares(constructor.ContainingType, compilation.Assembly) ? FrameworkEffects.OfCreation(creation)
            : [new(EffectKind.Run, creation, method: constructor)];

    private IEnumerable<Effect> OfProperty(IPropertyReferenceOperation property)
    {
        var isTarget = property.Parent is IAssignmentOperation assignment && assignment.Target == property;
        var isRead = !isTarget || property.Parent is not ISimpleAssignmentOperation;
        if (Framework.Declares(property.Property.ContainingType, compilation.Assembly))
            yield break;
        if (isRead && property.Property.GetMethod is { } getter)
        {
            foreach (var effect in OfMember(getter, property.Instance, property))
                yield return effect;
        }

        if (isTarget && property.Property.SetMethod is { } setter)
        {
            foreach (var effect in OfMember(setter, property.Instance, property))
                yield return effect;
        }
    }

    private static IEnumerable<Effect> OfMember(IMethodSymbol method, IOperation? instance, IOperation at)
    {
        var isBase = instance is IInstanceReferenceOperation { Syntax.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.BaseExpression };
        var isDispatched = (method.IsVirtual || method.IsAbstract || method.IsOverride) && !isBase;
        yield return new(isDispatched ? EffectKind.Call : EffectKind.Run, at, instance, method);
    }
}
