using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>The values that methods and getters of this compilation return.</summary>
internal sealed class ReturnedValues
{
    private readonly Bodies _bodies;
    private readonly Answers<IMethodSymbol, IReadOnlyList<IOperation?>> _byMethod;

    public ReturnedValues(Bodies bodies)
    {
        _bodies = bodies;
        _byMethod = new(Read, SymbolEqualityComparer.Default);
    }

    /// <summary>Empty where they cannot be seen.</summary>
    public IReadOnlyList<IOperation?> Of(IMethodSymbol method) => _byMethod.Of(method.OriginalDefinition);

    private IReadOnlyList<IOperation?> Read(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction || _bodies.OperationOf(method) is not { } declaration)
            return [];
        var returns = declaration.DescendantsOutsideClosures().OfType<IReturnOperation>().ToList();
        return returns.All(one => one.Kind == OperationKind.Return) ? [.. returns.Select(one => one.ReturnedValue).Where(value => value != null)] : [];
    }
}
