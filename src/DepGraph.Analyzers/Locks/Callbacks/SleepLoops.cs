using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Loops that sleep until another thread has done something: <c>while (_busy) Thread.Sleep(1);</c>.</summary>
internal static class SleepLoops
{
    /// <summary>They pass by themselves, or by what the loop does itself.</summary>
    private static readonly HashSet<string> Clocks = new(StringComparer.Ordinal)
        { "Now", "UtcNow", "TickCount", "TickCount64", "Elapsed", "ElapsedMilliseconds", "ElapsedTicks", "Milliseconds", "TotalMilliseconds", "TotalSeconds" };

    /// <summary>What the innermost loop around the sleep waits for; null where it only counts, or only lets time pass.</summary>
    public static SyntaxNode? ConditionAround(SyntaxNode sleep, Bodies bodies)
    {
        foreach (var around in sleep.Ancestors().TakeWhile(node => !FunctionSyntax.IsFunction(node) && node is not CatchClauseSyntax))
        {
            var (condition, body) = around switch
            {
                WhileStatementSyntax loop => (loop.Condition, loop.Statement),
                DoStatementSyntax loop => (loop.Condition, loop.Statement),
                ForStatementSyntax loop => (loop.Condition, loop.Statement),
                CommonForEachStatementSyntax loop => (null, loop.Statement),
                _ => default,
            };
            if (body?.Span.Contains(sleep.Span) == true)
                return new[] { condition }.Concat(Exits(body)).FirstOrDefault(asked => asked != null && IsOfOthers(asked, bodies));
        }

        return null;
    }

    /// <summary><c>if (_done) break;</c></summary>
    private static IEnumerable<ExpressionSyntax> Exits(StatementSyntax body) =>
        body is BlockSyntax block
            ? block.Statements.OfType<IfStatementSyntax>().Where(Leaves).Select(choice => choice.Condition)
            : [];

    private static bool Leaves(IfStatementSyntax choice) =>
        choice.Statement is BreakStatementSyntax or ReturnStatementSyntax
            || choice.Statement is BlockSyntax block && block.Statements.LastOrDefault() is BreakStatementSyntax or ReturnStatementSyntax;

    /// <summary>It reads a field or asks a method, which another thread can change.</summary>
    private static bool IsOfOthers(ExpressionSyntax condition, Bodies bodies) =>
        bodies.OperationOf(condition) is { } read
            && !read.DescendantsAndSelf().Any(operation => operation is IInvocationOperation { TargetMethod.Name: "CompareExchange" })
            && read.DescendantsAndSelf().Any(operation => operation switch
            {
                IFieldReferenceOperation { Field: { IsConst: false, IsReadOnly: false } } => true,
                IPropertyReferenceOperation { Property: var property } => !Clocks.Contains(property.Name) && !IsTime(property.Type),
                IInvocationOperation => true,
                _ => false,
            });

    private static bool IsTime(ITypeSymbol type) => type.Name is "DateTime" or "DateTimeOffset" or "TimeSpan";
}
