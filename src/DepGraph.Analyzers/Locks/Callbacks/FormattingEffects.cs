using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Where an object is turned into text without a visible call of its ToString.</summary>
internal static class FormattingEffects
{
    /// <summary>Interpolated strings and <c>"text" + value</c>.</summary>
    public static IEnumerable<Effect> OfText(IOperation operation) => operation switch
    {
        IInterpolationOperation { Expression: var hole } => [new(EffectKind.Format, hole, hole)],
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
            => [OfPart(sum.LeftOperand), OfPart(sum.RightOperand)],
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
            => [OfPart(sum.Value)],
        _ => [],
    };

    /// <summary>The objects handed to a method of the platform that writes them as text.</summary>
    public static IEnumerable<Effect> OfCall(IInvocationOperation call)
    {
        if (!Writes(call.TargetMethod))
            yield break;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            switch (parameter.Type)
            {
                case { SpecialType: SpecialType.System_Object }:
                    yield return OfPart(argument.Value);
                    break;
                case IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object }:
                    foreach (var part in Parts(argument.Value))
                        yield return part;
                    break;
                case INamedTypeSymbol { Name: "IEnumerable", TypeArguments: { Length: 1 } arguments } when arguments[0] is var element && element.SpecialType != SpecialType.System_String:
                    yield return new(EffectKind.Format, argument.Value, null, null) { Element = element };
                    break;
                default:
                    if (parameter.OriginalDefinition.Type is ITypeParameterSymbol && call.TargetMethod.Name is "AppendFormatted")
                        yield return OfPart(argument.Value);
                    break;
            }
        }
    }

    private static bool Writes(IMethodSymbol method) => (method.ContainingType.Name, method.Name) switch
    {
        ("String", "Format" or "Concat" or "Join") => true,
        ("StringBuilder", "Append" or "AppendFormat" or "AppendJoin" or "Insert") => true,
        ("Console" or "TextWriter" or "StreamWriter" or "StringWriter" or "IndentedTextWriter", "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync") => true,
        ("Debug" or "Trace" or "TraceListener", "Write" or "WriteLine" or "WriteIf" or "WriteLineIf" or "Print") => true,
        ("DefaultInterpolatedStringHandler" or "AppendInterpolatedStringHandler", "AppendFormatted") => true,
        ("Convert", "ToString") => true,
        _ => false,
    };

    private static Effect OfPart(IOperation part)
    {
        var value = Unwrap.Converted(part);
        return new(EffectKind.Format, value, value);
    }

    /// <summary>The arguments of a <c>params object[]</c>, or the array itself where it is handed as one.</summary>
    private static IEnumerable<Effect> Parts(IOperation array)
        => Unwrap.Converted(array) is IArrayCreationOperation { Initializer: { } given }
            ? given.ElementValues.Select(OfPart)
            : array.Type is IArrayTypeSymbol { ElementType: var element }
                ? [new(EffectKind.Format, array) { Element = element }]
                : [];
}
