using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>
/// Methods by their type and their own name, whatever the overload and the arity. A type stands with its namespace, or alone where any type
/// of that name will do; no methods beside it are all it has.
/// </summary>
internal sealed class MethodTable(params (string Type, string[] Methods)[] rows)
{
    private readonly ILookup<string, Row> _rows = rows.Select(row => new Row(row.Type, row.Methods)).ToLookup(row => row.Name, StringComparer.Ordinal);

    public bool Contain(IMethodSymbol method) => method.ContainingType is { } type && Contain(type, method.Name);

    public bool Contain(ITypeSymbol type, string member) => Find(type).Any(row => row.Methods.Length == 0 || row.Methods.Contains(member));

    public bool Contain(ITypeSymbol type) => Find(type).Any();

    private IEnumerable<Row> Find(ITypeSymbol type) => _rows[type.Name].Where(row => row.Namespace.Length == 0 || Framework.IsIn(type, row.Namespace));

    private sealed class Row(string type, string[] methods)
    {
        public string Namespace { get; } = type.Substring(0, Math.Max(0, type.LastIndexOf('.')));

        public string Name { get; } = type.Substring(type.LastIndexOf('.') + 1);

        public string[] Methods { get; } = methods;
    }
}
