using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Runs a method whose body is known by its symbol.</summary>
internal sealed class MethodRun(IOperation at, IMethodSymbol method, IOperation? value = null) : Effect(at, value)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>Operators and constructors; calls of other members are read by <see cref="MemberCall"/>.</summary>
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) => operation switch
    {
        IBinaryOperation { OperatorMethod: { } method } => [new MethodRun(operation, method)],
        IUnaryOperation { OperatorMethod: { } method } => [new MethodRun(operation, method)],
        IConversionOperation { OperatorMethod: { } method } => [new MethodRun(operation, method)],
        IObjectCreationOperation { Constructor: { } constructor } when !Framework.Declares(constructor.ContainingType, compiled) =>
            [new MethodRun(operation, constructor)],
        _ => null,
    };

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source)
    {
        if (source.Bodies.Of(Method) is not { } body)
            return [];
        return LoggerMessages.AreLoggedBy(Method)
            ? Formatting.OfLogged(Arguments).SelectMany(part => part.Results(context, source))
            : [EffectResult.Enters(body, NameOf(Method), CallContext.Bind(Arguments, context).BindValue(At, Method, context), ReceiverIn(context))];
    }

    /// <summary>A local function has the <c>this</c> of the code around it.</summary>
    private Receiver? ReceiverIn(CallContext context) =>
        Value is not null || Method.MethodKind == MethodKind.LocalFunction ? new Receiver(Value, context) : null;

    /// <summary>The name for the path; null for a lambda.</summary>
    public static string? NameOf(IMethodSymbol method) => method switch
    {
        { AssociatedSymbol: { } member } => member.Name,
        { MethodKind: MethodKind.Constructor } => "new " + method.ContainingType.Name,
        { MethodKind: MethodKind.AnonymousFunction } => null,
        _ => method.Name,
    };
}
