using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Names a lock object by the way to it, so that its release is found whatever local or capture stands between.</summary>
internal static class AccessPath
{
    public const string This = "this";

    public static string Of(IOperation? value, Body body, Bodies bodies) =>
        Of(value, body, bodies, depth: 0);

    public static bool IsLocal(string path) => path.StartsWith("local:", StringComparison.Ordinal);

    public static string OfParameter(int ordinal) => "parameter:" + ordinal;

    /// <summary>
    /// The way leads to the same object every time: over fields and automatic properties that keep what the constructor gave them; the last may be set later.
    /// </summary>
    public static bool IsSteady(IOperation? value, Body body, Bodies bodies, bool isLast = true) => value switch
    {
        null or IInstanceReferenceOperation => true,
        IFlowCaptureReferenceOperation capture => body.Captured(capture.Id) is { Count: 1 } captured && IsSteady(captured[0], body, bodies, isLast),
        IConversionOperation conversion => IsSteady(conversion.Operand, body, bodies, isLast),
        IFieldReferenceOperation { Field: var field } access =>
            (field.IsReadOnly || (isLast && field.DeclaredAccessibility == Accessibility.Private))
                && (field.IsStatic || IsSteady(access.Instance, body, bodies, isLast: false)),
        IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property } access =>
            property.ContainingType.GetMembers().Any(member =>
                member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property.OriginalDefinition))
                && (property.IsStatic || IsSteady(access.Instance, body, bodies, isLast: false)),
        IParameterReferenceOperation { Parameter: var parameter } =>
            SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Method) && bodies.LocalsOf(body.Root).Of(parameter).Count == 0,
        ILocalReferenceOperation { Local: var local } =>
            bodies.LocalsOf(body.Root).Of(local) is { Count: 1 } values && values[0] is IMemberReferenceOperation or IInstanceReferenceOperation
                && IsSteady(values[0], body, bodies, isLast: false),
        _ => false,
    };

    private static string Of(IOperation? value, Body body, Bodies bodies, int depth)
    {
        switch (value)
        {
            case null or IInstanceReferenceOperation:
                return This;
            case IFlowCaptureReferenceOperation capture when body.FirstCaptured(capture.Id) is { } captured && depth < 8:
                return Of(captured, body, bodies, depth + 1);
            case IConversionOperation conversion:
                return Of(conversion.Operand, body, bodies, depth);
            case IFieldReferenceOperation field:
                return (field.Field.IsStatic ? field.Field.ContainingType.ToDisplayString() : Of(field.Instance, body, bodies, depth)) + "." + field.Field.Name;
            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                return (property.Property.IsStatic ? property.Property.ContainingType.ToDisplayString() : Of(property.Instance, body, bodies, depth))
                    + "." + property.Property.Name;
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter.Parameter.Ordinal);
            case ILocalReferenceOperation local:
                return depth < 8 && bodies.LocalsOf(body.Root).Of(local.Local) is { Count: 1 } values
                        && values[0] is IMemberReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation
                    ? Of(values[0], body, bodies, depth + 1)
                    : "local:" + local.Local.Name;
            case ITypeOfOperation type:
                return "typeof:" + type.TypeOperand.ToDisplayString();
            default:
                return "expression:" + value.Syntax;
        }
    }
}
