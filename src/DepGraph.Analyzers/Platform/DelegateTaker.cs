using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Methods of one type that all do the same with a delegate they are given.</summary>
/// <param name="library">What its users call the library.</param>
/// <param name="type">With its namespace, or alone where any type of that name will do; a nested type stands in its namespace.</param>
/// <param name="methods">Their names, with a parameter behind one that does so with that parameter only; none for all methods of the type.</param>
internal sealed class DelegateTaker(string library, DelegateFate fate, string type, params string[] methods)
{
    private readonly string _namespace = type.Substring(0, Math.Max(0, type.LastIndexOf('.')));

    public string Library { get; } = library;

    public DelegateFate Fate { get; } = fate;

    public string Type { get; } = type;

    public string TypeName { get; } = type.Substring(type.LastIndexOf('.') + 1);

    public IReadOnlyList<string> Methods { get; } = methods;

    public bool Takes(IMethodSymbol method, IParameterSymbol parameter) =>
        (_namespace.Length == 0 || Framework.IsIn(method.ContainingType, _namespace))
            && (Methods.Count == 0 || Methods.Contains(method.Name) || Methods.Contains(method.Name + "(" + parameter.Name + ")"));
}
