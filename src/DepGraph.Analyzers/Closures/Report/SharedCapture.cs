using DepGraph.Analyzers.Closures.Escapes;
using DepGraph.Analyzers.Closures.Loops;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Closures.Report;

/// <summary>One finding: a use of a variable in a closure that may see what a later iteration wrote.</summary>
internal sealed class SharedCapture(ISymbol variable, Loop loop, SyntaxNode use, SyntaxNode write, Escape escape)
{
    public ISymbol Variable { get; } = variable;

    public Loop Loop { get; } = loop;

    public SyntaxNode Use { get; } = use;

    public SyntaxNode Write { get; } = write;

    public Escape Escape { get; } = escape;

    /// <summary>Why all iterations share the variable.</summary>
    public LocalizableString Why => ClosureStrings.Localized(
        Loop.Declares(Variable) ? "SharedByFor" : Variable is IParameterSymbol ? "ParameterWritten" : "DeclaredOutside", Loop.Keyword);
}
