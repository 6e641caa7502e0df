using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DepGraph.Analyzers.Options;

/// <summary>
/// Methods named in .editorconfig, separated by commas: <c>Method</c>, <c>Type.Method</c> or <c>Namespace.Type.Method</c>;
/// a constructor is <c>Type.Type</c>.
/// </summary>
internal sealed class MethodNames
{
    public static readonly MethodNames None = new([]);

    private readonly IReadOnlyList<string> _names;

    private MethodNames(IReadOnlyList<string> names) => _names = names;

    /// <summary>Null where an entry is not a dotted C# name.</summary>
    public static MethodNames? Parse(string value)
    {
        var names = value.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Trim())
            .Where(name => name.Length > 0)
            .ToList();
        return names.All(IsDottedName) ? new MethodNames(names) : null;
    }

    /// <summary>The names of the methods alone, without their types.</summary>
    public IEnumerable<string> Names => _names.Select(name => name.Substring(name.LastIndexOf('.') + 1));

    public override string ToString() => string.Join(",", _names);

    public bool Contains(IMethodSymbol method)
    {
        if (_names.Count == 0)
            return false;

        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        var type = method.ContainingType?.OriginalDefinition.ToDisplayString(TypeName);
        var full = type == null ? name : type + "." + name;
        return _names.Any(listed => full == listed || full.EndsWith("." + listed, StringComparison.Ordinal));
    }

    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static bool IsDottedName(string name) => name.Split('.').All(SyntaxFacts.IsValidIdentifier);
}
