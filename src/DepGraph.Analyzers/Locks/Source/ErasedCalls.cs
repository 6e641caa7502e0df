using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Calls of <c>[Conditional]</c> methods whose symbol is not defined: the compiler leaves them out, arguments and all.</summary>
internal static class ErasedCalls
{
    public static bool Includes(IOperation operation) =>
        operation is IInvocationOperation { Parent: IExpressionStatementOperation, TargetMethod: { ReturnsVoid: true } method }
            && SymbolsOf(method) is { Count: > 0 } symbols
            && !symbols.Any(symbol => IsDefined(symbol, operation.Syntax.SyntaxTree));

    private static IReadOnlyList<string> SymbolsOf(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        var attributes = method.OriginalDefinition.GetAttributes();
        return attributes.IsEmpty
            ? []
            : [.. attributes.Where(attribute => attribute.AttributeClass is { Name: "ConditionalAttribute" } type && Framework.IsIn(type, "System.Diagnostics"))
                .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
                .OfType<string>()];
    }

    /// <summary>By the build, or by the file's own #define, which stands before all code.</summary>
    private static bool IsDefined(string symbol, SyntaxTree tree)
    {
        var isDefined = tree.Options.PreprocessorSymbolNames.Contains(symbol);
        foreach (var trivia in tree.GetRoot().GetFirstToken(includeZeroWidth: true).LeadingTrivia)
        {
            isDefined = trivia.GetStructure() switch
            {
                DefineDirectiveTriviaSyntax { IsActive: true } define when define.Name.ValueText == symbol => true,
                UndefDirectiveTriviaSyntax { IsActive: true } undefine when undefine.Name.ValueText == symbol => false,
                _ => isDefined,
            };
        }

        return isDefined;
    }
}
