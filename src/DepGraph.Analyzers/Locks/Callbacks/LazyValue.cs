using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Reads the value of a <c>Lazy</c>: the first to do so runs the factory it was made with.</summary>
internal sealed class LazyValue(IPropertyReferenceOperation at) : Effect(at, at.Instance)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) =>
        operation is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "Lazy" } type }, Instance: not null } property
            && Framework.IsIn(type, "System")
            ? [new LazyValue(property)]
            : null;

    /// <summary>Only where the factory is seen: nothing tells of others whether the value is there already.</summary>
    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        foreach (var lazy in source.ValueSources.Of(Value!, context))
        {
            if (lazy.Operation is IObjectCreationOperation creation
                && creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate) is { Value: var factory })
            {
                foreach (var result in new DelegateCall(At, factory).Results(lazy.Context, source))
                    yield return result;
            }
        }
    }
}
