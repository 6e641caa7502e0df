using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Locks;

/// <summary>Where the text of a compilation names something that takes a lock. All other code, nearly the whole of a program, is left alone.</summary>
internal sealed class LockMentions
{
    /// <summary>The words for locks of the platform are the same in every compilation: a file that did not change is read once.</summary>
    public static readonly SyntaxTreeValueProvider<int[]> Known = new(new Words(LockMethods.Words).FindIn);

    private readonly Compilation _compilation;
    private readonly Func<SyntaxTree, int[]> _known;
    private readonly Func<SyntaxTree, LockOptions> _optionsOf;
    private readonly LockVocabulary _vocabulary;
    private readonly Lazy<Words> _helpers;
    private readonly ConcurrentDictionary<SyntaxTree, int[]> _all = new();
    private readonly Func<SyntaxTree, int[]> _findAll;

    /// <param name="known">Keeps what <see cref="Known"/> finds.</param>
    public LockMentions(Compilation compilation, Func<SyntaxTree, int[]> known, Func<SyntaxTree, LockOptions> optionsOf, LockVocabulary vocabulary)
    {
        _compilation = compilation;
        _known = known;
        _optionsOf = optionsOf;
        _vocabulary = vocabulary;
        _helpers = new(FindHelpers);
        _findAll = FindAll;
    }

    /// <summary>Some code of the file may take a lock.</summary>
    public bool IsIn(SyntaxTree tree) => _all.GetOrAdd(tree, _findAll).Length > 0;

    /// <summary>The code may take a lock.</summary>
    public bool IsIn(SyntaxNode code)
    {
        var positions = _all.GetOrAdd(code.SyntaxTree, _findAll);
        var at = Array.BinarySearch(positions, code.SpanStart);
        at = at < 0 ? ~at : at;
        return at < positions.Length && positions[at] < code.Span.End;
    }

    /// <summary>Locks of the platform, and the user's own: helpers of this compilation, and methods named in .editorconfig.</summary>
    private int[] FindAll(SyntaxTree tree)
    {
        var helpers = _helpers.Value.FindIn(tree);
        var configured = new Words(_optionsOf(tree).Words).FindIn(tree);
        return helpers.Length + configured.Length == 0 ? _known(tree) : [.. _known(tree).Concat(helpers).Concat(configured).OrderBy(at => at)];
    }

    /// <summary>The names of all helpers: those that call a lock method, those that call these, and so on.</summary>
    private Words FindHelpers()
    {
        var helpers = new HashSet<string>();
        var last = HelpersAround(tree => [.. _known(tree), .. new Words(_optionsOf(tree).Words).FindIn(tree)]);
        for (var depth = 1; depth <= LockWrappers.Deepest && last.Count > 0; depth++)
        {
            _vocabulary.LearnHelpers(last);
            var names = last.Select(helper => helper.Name).Where(helpers.Add).ToList();
            last = depth < LockWrappers.Deepest ? HelpersAround(new Words(names).FindIn) : [];
        }

        return new Words(helpers);
    }

    private List<IMethodSymbol> HelpersAround(Func<SyntaxTree, int[]> calls)
    {
        var helpers = new List<IMethodSymbol>();
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var positions = calls(tree);
            if (positions.Length == 0)
                continue;
            var root = tree.GetRoot();
            var methods = positions.Select(position => CallAt(root, position)).OfType<SyntaxNode>()
                .SelectMany(call => call.Ancestors().Where(IsShortFunction).Select(function => new CallIn(function, call)))
                .GroupBy(call => call.Function)
                .Where(function => !GivesBack(function))
                .Select(function => function.Key)
                .ToList();
            if (methods.Count == 0)
                continue;
#pragma warning disable RS1030 // a helper may stand in another file than the code that is looked at
            var model = _compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            foreach (var method in methods)
            {
                if (model.GetDeclaredSymbol(method) is IMethodSymbol symbol && _vocabulary.IsHelper(symbol))
                    helpers.Add(symbol);
            }
        }

        return helpers;
    }

    /// <summary>The name of a method that is called at this place; null where something else stands there.</summary>
    private static SyntaxNode? CallAt(SyntaxNode root, int position)
        => root.FindToken(position) is var name && name.SpanStart == position && name.Parent is SimpleNameSyntax { Parent: var around } simple
            && (around is InvocationExpressionSyntax
                || (around is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member && member.Name == simple)
                || around is MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax })
            ? simple : null;

    private static bool IsShortFunction(SyntaxNode node)
        => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax && node.Span.Length <= LockWrappers.Longest;

    /// <summary>It calls a lock method in a finally block for each call outside: what it takes, it releases itself.</summary>
    private static bool GivesBack(IEnumerable<CallIn> calls)
    {
        var balance = 0;
        foreach (var call in calls)
            balance += call.Name.FirstAncestorOrSelf<FinallyClauseSyntax>() is { } last && call.Function.Span.Contains(last.Span) ? -1 : 1;
        return balance == 0;
    }

    private sealed record CallIn(SyntaxNode Function, SyntaxNode Name);
}
