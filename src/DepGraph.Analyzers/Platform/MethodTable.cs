using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Methods by the simple name of their type and their own; <c>.ctor</c>-less, any overload, any arity.</summary>
internal sealed class MethodTable(params (string Type, string[] Methods)[] rows)
{
    private readonly Dictionary<string, string[]> _rows = rows.ToDictionary(row => row.Type, row => row.Methods, StringComparer.Ordinal);

    public bool Contain(IMethodSymbol method)
        => method.ContainingType is { } type && _rows.TryGetValue(type.Name, out var methods) && methods.Contains(method.Name);
}
