using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Changes or feeds an object that calls whoever subscribed: a subject, an observable collection, a view model.</summary>
internal sealed class Publication(IOperation at, IOperation? publisher, ISymbol member) : Effect(at, publisher)
{
    private static readonly string[] Telling = ["On", "Raise", "Broadcast", "Reset", "ForceNotify"];

    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) => operation switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: false } method, Instance: { } instance } call => Of(call, instance, instance.Type, method, compiled),
        IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method } call when !call.Arguments.IsEmpty =>
            Of(call, call.Arguments[0].Value, method.ContainingType, method, compiled),
        IPropertyReferenceOperation { Instance: { } instance, Parent: IAssignmentOperation assignment } property when assignment.Target == property =>
            Of(property, instance, instance.Type, property.Property, compiled),
        _ => null,
    };

    /// <summary>It changes what the lock may be there for, and does not only tell of a change.</summary>
    public bool Changes => !Telling.Any(telling => member.Name.StartsWith(telling, StringComparison.Ordinal));

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source) =>
        Value is not IInstanceReferenceOperation && source.Holders.KeepToThemselves(Value!, context.Body, Hands)
            ? []
            : [EffectResult.CallsBack(new HazardText("Publish", IsBase ? "base." + member.Name : NameOfValue(context) + "." + member.Name))];

    private bool IsBase => Value is IInstanceReferenceOperation { Syntax.RawKind: (int)SyntaxKind.BaseExpression };

    private static IEnumerable<Effect>? Of(IOperation at, IOperation publisher, ITypeSymbol? type, ISymbol member, IAssemblySymbol compiled) =>
        Publishers.Publish(type, member.MetadataName) && !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compiled)
            ? [new Publication(at, publisher, member)]
            : null;

    /// <summary>To subscribe, or to hand it on as a sequence, lets others in; to look at it does not.</summary>
    private static Handing Hands(IOperation around) => around switch
    {
        IInvocationOperation { TargetMethod: { IsExtensionMethod: false, Name: not ("Subscribe" or "AsObservable") } } => Handing.Nothing,
        IPropertyReferenceOperation { Property.ContainingType.TypeKind: not TypeKind.Interface } => Handing.Nothing,
        IForEachLoopOperation => Handing.Nothing,
        _ => Handing.Out,
    };
}
