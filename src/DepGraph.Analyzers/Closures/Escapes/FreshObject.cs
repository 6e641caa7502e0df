using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>An object made for a local of the iteration, so that nobody else has hold of it yet.</summary>
internal static class FreshObject
{
    public static bool IsIn(ILocalSymbol local, IOperation root) => local.Type.IsValueType || Value(local, root) switch
    {
        IObjectCreationOperation or IArrayCreationOperation or IWithOperation or IAnonymousObjectCreationOperation => true,
        IInvocationOperation call => KnownCallees.MakesACollection(call.TargetMethod),
        var value => value?.Syntax is CollectionExpressionSyntax,
    };

    /// <summary>A timer or a watcher made with <c>Enabled = true</c> raises its events with nothing more to call.</summary>
    public static bool IsEnabled(ILocalSymbol local, IOperation root) =>
        Value(local, root) is IObjectCreationOperation { Initializer: { } initializer, Type.Name: not "Process" }
            && initializer.Initializers.OfType<ISimpleAssignmentOperation>().Any(Enables);

    public static bool Enables(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "Enabled" or "EnableRaisingEvents" }
            && assignment.Value.ConstantValue is { HasValue: true, Value: true };

    public static IVariableDeclaratorOperation? Declarator(ISymbol local, IOperation root) =>
        root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local));

    public static IOperation? Value(ILocalSymbol local, IOperation root) =>
        Declarator(local, root)?.GetVariableInitializer()?.Value.WithoutConversions();
}
