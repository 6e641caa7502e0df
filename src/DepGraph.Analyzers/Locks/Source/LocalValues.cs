using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Every value that the locals, parameters and pattern variables of one declaration are given.</summary>
internal sealed class LocalValues
{
    private readonly Dictionary<ISymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);

    public LocalValues(IOperation? declaration)
    {
        if (declaration is null)
            return;
        foreach (var operation in declaration.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { } initializer:
                    Add(local, initializer.Value);
                    break;
                case ISimpleAssignmentOperation { Target: var target, Value: var value }:
                    Add(SymbolOf(target), value);
                    break;
                case ICoalesceAssignmentOperation { Target: var target, Value: var value }:
                    Add(SymbolOf(target), value);
                    break;
                case ICompoundAssignmentOperation { Target: var target }:
                    Add(SymbolOf(target), null);
                    break;
                case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                    foreach (var target in targets.Elements)
                        Add(SymbolOf(target), null);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var target }:
                    Add(SymbolOf(target), Elements.CollectionOf(operation) is null ? null : operation);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local } }:
                    Add(local, operation);
                    break;
                case IIsPatternOperation { Value: var value, Pattern: var pattern }:
                    Add(DeclaredBy(pattern), value);
                    break;
                case IDeclarationPatternOperation or IRecursivePatternOperation:
                    if (operation.Parent is not IIsPatternOperation)
                        Add(DeclaredBy((IPatternOperation)operation), null);
                    break;
            }
        }
    }

    /// <summary>The values given to a symbol, a loop or an <c>out</c> argument for an element, null for one that cannot be seen.</summary>
    /// <remarks>Empty where it is never given any.</remarks>
    public IReadOnlyList<IOperation?> Of(ISymbol symbol) => _values.TryGetValue(symbol, out var values) ? values : [];

    private void Add(ISymbol? symbol, IOperation? value)
    {
        if (symbol is null)
            return;
        if (!_values.TryGetValue(symbol, out var values))
            _values.Add(symbol, values = []);
        values.Add(value);
    }

    private static ISymbol? SymbolOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declared => SymbolOf(declared.Expression),
        _ => null,
    };

    private static ISymbol? DeclaredBy(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        _ => null,
    };
}
