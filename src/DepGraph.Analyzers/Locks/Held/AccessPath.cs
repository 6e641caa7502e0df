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
