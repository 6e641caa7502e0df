using DepGraph.Analyzers.Operations;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>What a chain of calls begins with: of <c>mock.Setup(...).Returns(...)</c> the mock, which is what keeps the closure.</summary>
internal static class FluentReceiver
{
    private static readonly string[] Makers = ["For", "Of", "Create", "New", "Make"];

    /// <param name="receiver">What the last call of the chain is made on.</param>
    public static IOperation Of(IOperation receiver, IMethodSymbol method, IParameterSymbol parameter)
    {
        if (DelegateTakers.FateOf(method, parameter) != DelegateFate.Kept)
            return receiver;
        while (receiver.WithoutConversions() is IInvocationOperation link && BelongsTo(link.TargetMethod, method) && Before(link) is { } before)
            receiver = before;
        return receiver.WithoutConversions();
    }

    /// <summary>Made by the library for this local: <c>Substitute.For</c> and its like. What it merely looks up may live longer.</summary>
    public static bool IsMadeFor(ILocalSymbol local, IOperation root, IMethodSymbol method) =>
        FreshObject.Value(local, root) is IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } made }
            && AreOfOneLibrary(made, method)
            && Makers.Any(maker => made.Name.StartsWith(maker, StringComparison.Ordinal));

    /// <summary>A call of the same library; or any, where a method for all types is called on its result: <c>substitute.Get().Returns(...)</c>.</summary>
    private static bool BelongsTo(IMethodSymbol link, IMethodSymbol method) =>
        AreOfOneLibrary(link, method) || (method.IsExtensionMethod && method.OriginalDefinition.Parameters[0].Type is ITypeParameterSymbol);

    private static bool AreOfOneLibrary(IMethodSymbol one, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, other.ContainingAssembly);

    private static IOperation? Before(IInvocationOperation link) =>
        link.Instance ?? (link.TargetMethod.IsExtensionMethod ? link.Arguments[0].Value : null);
}
