using System.Collections.Concurrent;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>The values that methods and getters of this compilation return.</summary>
internal sealed class ReturnedValues(Bodies bodies)
{
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IOperation?>> _byMethod = new(SymbolEqualityComparer.Default);

    /// <summary>Empty where they cannot be seen.</summary>
    public IReadOnlyList<IOperation?> Of(IMethodSymbol method) => _byMethod.GetOrAdd(method.OriginalDefinition, Read);

    private IReadOnlyList<IOperation?> Read(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction || bodies.OperationOf(method) is not { } declaration)
            return [];
        var returns = declaration.DescendantsOutsideClosures().OfType<IReturnOperation>().ToList();
        return returns.All(one => one.Kind == OperationKind.Return) ? [.. returns.Select(one => one.ReturnedValue).Where(value => value != null)] : [];
    }
}
