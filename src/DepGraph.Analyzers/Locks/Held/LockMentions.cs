using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Locks.Held;

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
        var takers = new HashSet<string>();
        var names = new HashSet<string>();
        var last = HelpersAround(_compilation.SyntaxTrees.SelectMany(LockNamesIn).Where(call => !Receivers.IsOwn(call)));
        for (var depth = 1; depth <= LockWrappers.Deepest && last.Count > 0; depth++)
        {
            _vocabulary.LearnHelpers(last);
            takers.UnionWith(last.Where(_vocabulary.TakesFor).Select(helper => helper.Name));
            var added = last.Select(helper => helper.Name).Where(names.Add).ToList();
            last = depth < LockWrappers.Deepest ? HelpersAround(added.SelectMany(CallsOf)) : [];
        }

        return new Words(takers);

        // Every call of a helper that takes a lock; one that only releases may be called Dispose, as half the world is.
        IEnumerable<SimpleNameSyntax> CallsOf(string helper)
            => ((takers.Contains(helper) ? Mentions.Of(helper, _compilation, int.MaxValue) : Mentions.Of(helper, _compilation)) ?? [])
                .Select(CallOf).OfType<SimpleNameSyntax>();
    }

    private IEnumerable<SimpleNameSyntax> LockNamesIn(SyntaxTree tree)
    {
        foreach (var position in _known(tree).Concat(new Words(_optionsOf(tree).Words).FindIn(tree)))
        {
            if (tree.GetRoot().FindToken(position) is var token && token.SpanStart == position && CallOf(token) is { } call)
                yield return call;
        }
    }

    private List<IMethodSymbol> HelpersAround(IEnumerable<SimpleNameSyntax> calls)
    {
        var helpers = new List<IMethodSymbol>();
        foreach (var file in calls.GroupBy(call => call.SyntaxTree))
        {
#pragma warning disable RS1030 // a helper may stand in another file than the code that is looked at
            var model = _compilation.GetSemanticModel(file.Key);
#pragma warning restore RS1030
            var methods = file.Select(call => new CallIn(call.Ancestors().First(IsFunction), call))
                .Where(call => IsShortMethod(call.Function))
                .GroupBy(call => call.Function)
                .Where(function => !GivesBack(function) && function.Any(call => MayAct(call.Name, model)));
            foreach (var method in methods)
            {
                if (model.GetDeclaredSymbol(method.Key) is IMethodSymbol symbol && _vocabulary.IsHelper(symbol))
                    helpers.Add(symbol.PartialDefinitionPart ?? symbol); // calls name that one
            }
        }

        return helpers;
    }

    /// <summary>The name as that of a method which is called; null where something else stands there.</summary>
    private static SimpleNameSyntax? CallOf(SyntaxToken name)
        => name.Parent is SimpleNameSyntax { Parent: var around } simple
            && (around is InvocationExpressionSyntax
                || (around is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member && member.Name == simple)
                || around is MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax })
            ? simple : null;

    private bool MayAct(SimpleNameSyntax called, SemanticModel model)
    {
        if (Receivers.TypeOf(called, model) is not { } receiver)
            return true;
        var methods = Receivers.MethodsOf(receiver, called.Identifier.ValueText).ToList();
        return methods.Count == 0 || methods.Any(method => _vocabulary.MayAct(method, receiver, called.SyntaxTree));
    }

    private static bool IsFunction(SyntaxNode node)
        => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax;

    private static bool IsShortMethod(SyntaxNode function)
        => function is MethodDeclarationSyntax or LocalFunctionStatementSyntax && function.Span.Length <= LockWrappers.Longest;

    /// <summary>It calls a lock method in a finally block for each call outside: what it takes, it releases itself.</summary>
    private static bool GivesBack(IEnumerable<CallIn> calls)
    {
        var balance = 0;
        foreach (var call in calls)
            balance += call.Name.FirstAncestorOrSelf<FinallyClauseSyntax>() is { } last && call.Function.Span.Contains(last.Span) ? -1 : 1;
        return balance == 0;
    }

    private sealed record CallIn(SyntaxNode Function, SimpleNameSyntax Name);
}
