using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Editor;

/// <summary>The source of a project that uses another: whatever that one declares is called under a lock, and in a loop that hands it closures.</summary>
internal static class Callers
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>Null where nothing can be called from another project.</summary>
    public static string? Of(Compilation compilation)
    {
        var calls = TypesIn(compilation.Assembly.GlobalNamespace).SelectMany(CallsOf).ToList();
        if (calls.Count == 0)
            return null;
        return $$"""
            #nullable disable
            public class Caller
            {
                private static event System.Action Done;
                public void Locked()
                {
                    lock (this)
                    {
                        Done();
                        {{string.Join('\n', calls.Select(call => call.Locked))}}
                    }
                }

                public void Loops()
                {
                    for (int i = 0; i < 3; i++)
                    {
                        Done += () => System.Console.Write(i);
                        {{string.Join('\n', calls.Select(call => call.Looped))}}
                    }
                }
            }
            """;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(member => member switch
        {
            INamespaceSymbol { Name: not ("Linked" or "Shared") } inner => TypesIn(inner),
            INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public, IsGenericType: false, IsRefLikeType: false } type => [type, .. TypesIn(type)],
            _ => [],
        });

    private static IEnumerable<(string Locked, string Looped)> CallsOf(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(Format);
        foreach (var member in type.GetMembers().Where(member => member is { DeclaredAccessibility: Accessibility.Public, CanBeReferencedByName: true }))
        {
            var target = member.IsStatic ? name : $"default({name})";
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method when method.Parameters.All(CanBeGiven):
                    yield return (Call(method, target, "null"), Call(method, target, "() => System.Console.Write(i)"));
                    break;
                case IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property:
                    yield return ($"System.Console.Write({target}.{property.Name});", $"_ = {target}.{property.Name};");
                    break;
                case IEventSymbol @event:
                    yield return ($"{target}.{@event.Name} += null;", $"{target}.{@event.Name} -= null;");
                    break;
            }
        }
    }

    private static bool CanBeGiven(IParameterSymbol parameter) => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType;

    private static string Call(IMethodSymbol method, string target, string action) =>
        $"{target}.{method.Name}({string.Join(", ", method.Parameters.Select(parameter => Given(parameter.Type, action)))});";

    private static string Given(ITypeSymbol type, string action) => type.ToDisplayString(Format) switch
    {
        "global::System.Action" when action != "null" => action,
        "object" => "new object()",
        var name => $"default({name})",
    };
}
