using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>The places that call a local function or make a delegate of it, other than inside itself: one walk a member, however many it has.</summary>
internal sealed class LocalFunctionUses
{
    private readonly ConditionalWeakTable<IOperation, Dictionary<ISymbol, List<IOperation>>> _byMember = new();

    public IReadOnlyList<IOperation> Of(IMethodSymbol function, IOperation root)
    {
        var body = function.DeclaringSyntaxReferences[0].Span;
        return _byMember.GetValue(root, Find).TryGetValue(function.OriginalDefinition, out var uses)
            ? uses.FindAll(use => !body.Contains(use.Syntax.Span))
            : [];
    }

    private static Dictionary<ISymbol, List<IOperation>> Find(IOperation root)
    {
        var found = new Dictionary<ISymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        foreach (var operation in root.Descendants())
        {
            if (Used(operation) is not { MethodKind: MethodKind.LocalFunction } function)
                continue;
            if (!found.TryGetValue(function.OriginalDefinition, out var uses))
                found.Add(function.OriginalDefinition, uses = []);
            uses.Add(operation);
        }

        return found;
    }

    private static IMethodSymbol? Used(IOperation operation) => operation switch
    {
        IMethodReferenceOperation reference => reference.Method,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };
}
