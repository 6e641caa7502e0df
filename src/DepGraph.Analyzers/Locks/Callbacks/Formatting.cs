using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Turns an object into text: by its ToString, or by something that calls it.</summary>
/// <param name="element">The type of the elements, where a whole sequence is formatted.</param>
internal sealed class Formatting(IOperation at, IOperation? value, ITypeSymbol? element = null) : ImplicitEffect(at, value)
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) =>
        operation is IInvocationOperation { TargetMethod: { Name: "ToString", IsStatic: false } } call && PlatformCall.Is(call, compiled)
            ? call.Instance is { Syntax: BaseExpressionSyntax } ? [] : [new Formatting(call, call.Instance)]
            : OfText(operation) ?? OfLogging(operation, compiled);

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        if (element is null)
            return base.Results(context, source);
        if (!StaticTypes.FormatsByUserCode(element, source.Compiled))
            return [];
        return Value is null ? [OfElements()] : source.ValueSources.Of(Value, context).SelectMany(valueSource => ResultsOfArray(valueSource, source));
    }

    private EffectResult OfElements() => EffectResult.CallsBackImplicitly(new HazardText("Format", At.Syntax.ToString()));

    /// <summary>What is put into the array decides: a <c>params object[]</c> is made where the method is called.</summary>
    private IEnumerable<EffectResult> ResultsOfArray(ValueSource array, SourceFacts source) => array switch
    {
        { Operation: IArrayCreationOperation { Initializer: { } given } } =>
            given.ElementValues.Select(OfPart).SelectMany(part => part.Results(array.Context, source)),
        { Operation: IArrayCreationOperation { DimensionSizes: var sizes } } when sizes.FirstOrDefault()?.ConstantValue is { HasValue: true, Value: 0 } => [],
        { Kind: ValueSourceKind.Harmless } or { Operation: IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" } } } => [],
        _ => [OfElements()],
    };

    protected override IEnumerable<EffectResult> Results(ValueSource valueSource, CallContext context, SourceFacts source)
    {
        if (valueSource.Kind is ValueSourceKind.Harmless or ValueSourceKind.Function || valueSource.Operation.Type is not { } type)
            return [];
        return valueSource.Kind != ValueSourceKind.Creation && StaticTypes.FormatsByUserCode(type, source.Compiled)
            ? [EffectResult.CallsBackImplicitly(new HazardText("Format", NameOfValue(context)))]
            : RunOwn(type, "ToString", source);
    }

    /// <summary>Interpolated strings and <c>"text" + value</c>.</summary>
    private static IEnumerable<Effect>? OfText(IOperation operation) => operation switch
    {
        IInterpolationOperation { Expression: var hole } => [new Formatting(hole, hole)],
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
            [OfPart(sum.LeftOperand), OfPart(sum.RightOperand)],
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
            [OfPart(sum.Value)],
        _ => null,
    };

    /// <summary>To log is no callback: what is logged is formatted, and that is all.</summary>
    private static IEnumerable<Effect>? OfLogging(IOperation operation, IAssemblySymbol compiled) =>
        operation is IInvocationOperation call && Loggers.Declare(call.TargetMethod, compiled) ? OfArguments(call) : null;

    /// <summary>The objects handed to a method or delegate of <see cref="LoggerMessages"/>: all but the logger.</summary>
    public static IEnumerable<Effect> OfLogged(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Where(argument => argument.Parameter is { Type: var type } && StaticTypes.IsWide(type) && !Loggers.Are(type))
            .Select(argument => OfPart(argument.Value));

    /// <summary>The objects handed to a method of the platform, or of a logger, that writes them as text.</summary>
    public static IEnumerable<Effect> OfArguments(IInvocationOperation call)
    {
        if (!WritingMethods.Contain(call.TargetMethod) && !Loggers.Format(call.TargetMethod))
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
                case INamedTypeSymbol { Name: "IEnumerable", TypeArguments: { Length: 1 } arguments } when arguments[0] is var element
                    && element.SpecialType != SpecialType.System_String:
                    yield return new Formatting(argument.Value, null, element);
                    break;
                default:
                    if (parameter.OriginalDefinition.Type is ITypeParameterSymbol
                        && (call.TargetMethod.Name is "AppendFormatted" || Loggers.Format(call.TargetMethod)))
                        yield return OfPart(argument.Value);
                    break;
            }
        }
    }

    private static Effect OfPart(IOperation part)
    {
        var value = Unwrap.Converted(part);
        return new Formatting(value, value);
    }

    /// <summary>The arguments of a <c>params object[]</c>, or the array itself where it is handed as one.</summary>
    private static IEnumerable<Effect> Parts(IOperation array) =>
        Unwrap.Converted(array) is IArrayCreationOperation { Initializer: { } given }
            ? given.ElementValues.Select(OfPart)
            : array.Type is IArrayTypeSymbol { ElementType: var element }
                ? [new Formatting(array, array, element)]
                : [];
}
