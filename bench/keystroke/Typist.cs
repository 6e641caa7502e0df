using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Bench.Keystroke;

/// <summary>Types into the method bodies of one file, each time into another.</summary>
internal sealed class Typist
{
    private CSharpCompilation _compilation;
    private SyntaxTree _tree;
    private int _typed;

    public Typist(string file)
    {
        file = Path.GetFullPath(file);
        _compilation = SourceProject.Around(file).Compilation;
        _tree = _compilation.SyntaxTrees.First(tree => tree.FilePath == file);
    }

    public int Lines => _tree.GetText().Lines.Count;

    public int Files => _compilation.SyntaxTrees.Length;

    public int Projects => _compilation.References.OfType<CompilationReference>().Count() + 1;

    /// <summary>A semicolon behind the opening brace of a body: every other file is the same tree as before.</summary>
    public Keystroke Type()
    {
        var bodies = _tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Select(method => method.Body).OfType<BlockSyntax>().ToList();
        var at = bodies[(int)(_typed++ * 0.618 * bodies.Count) % bodies.Count].OpenBraceToken.Span.End;
        var changed = _tree.WithChangedText(_tree.GetText().WithChanges(new TextChange(new TextSpan(at, 0), ";")));
        _compilation = _compilation.ReplaceSyntaxTree(_tree, changed);
        _tree = changed;
        return new Keystroke(_compilation, changed);
    }
}
