using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Where a declaration keeps a task, so that two uses of it are known for the same.</summary>
internal static class TaskVariable
{
    private const int MostCaptures = 8;

    /// <summary>The reference itself, without awaits, awaiters and captures around it.</summary>
    public static IOperation Of(IOperation task, Body body)
    {
        for (var depth = 0; depth < MostCaptures; depth++)
        {
            task = Unwrap.Value(task);
            if (task is not IFlowCaptureReferenceOperation capture || body.FirstCaptured(capture.Id) is not { } captured)
                break;
            task = captured;
        }

        return task;
    }

    public static bool IsSame(IOperation? one, IOperation? other) => (one, other) switch
    {
        (ILocalReferenceOperation a, ILocalReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Local, b.Local),
        (IParameterReferenceOperation a, IParameterReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Parameter, b.Parameter),
        (IMemberReferenceOperation a, IMemberReferenceOperation b) =>
            SymbolEqualityComparer.Default.Equals(a.Member, b.Member) && (a.Member.IsStatic || IsSame(a.Instance, b.Instance)),
        (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
        _ => false,
    };

    /// <summary>The collection as it is written that an element is taken from; null for other values.</summary>
    public static string? CollectionOf(IOperation variable) => variable switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference.Syntax.ToString(),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => list.Syntax.ToString(),
        ILocalReferenceOperation { Local: var local } => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ForEachStatementSyntax loop
            ? loop.Expression.ToString()
            : null,
        _ => null,
    };
}
