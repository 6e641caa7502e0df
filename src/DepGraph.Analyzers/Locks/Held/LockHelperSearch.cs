using System.Runtime.CompilerServices;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Finds the helpers of a compilation by the text around calls of lock methods, so that little must be bound.</summary>
/// <param name="known">Where a file names a lock method of the platform.</param>
/// <param name="kept">What is known of methods from the compilation before.</param>
internal sealed class LockHelperSearch(Compilation compilation, Func<SyntaxTree, int[]> known, Func<SyntaxTree, LockOptions> optionsOf, KeptFindings kept)
{
    private static readonly ConditionalWeakTable<SyntaxTree, SimpleNameSyntax[]> Known = new();

    /// <summary>All helpers: those that call a lock method, those that call these, and so on.</summary>
    /// <param name="lockCalls">Knows no helper yet.</param>
    public LockHelpers Find(LockCalls lockCalls)
    {
        var takers = new HashSet<string>();
        var names = new HashSet<string>();
        var all = new SortedSet<string>(StringComparer.Ordinal);
        var last = HelpersAround(compilation.SyntaxTrees.SelectMany(LockCallsIn), lockCalls, "");
        for (var depth = 1; depth <= LockWrappers.Deepest && last.Count > 0; depth++)
        {
            lockCalls = lockCalls.With(last);
            all.UnionWith(last.Select(helper => helper.ToDisplayString()));
            var others = string.Join("\n", all);
            takers.UnionWith(last.Where(helper => TakesFor(helper, lockCalls, others)).Select(helper => helper.Name));
            var added = last.Select(helper => helper.Name).Where(names.Add).ToList();
            last = depth < LockWrappers.Deepest ? HelpersAround(added.SelectMany(CallsOf), lockCalls, others) : [];
        }

        kept.HelpersAre(string.Join("\n", all));

        return new LockHelpers(lockCalls, new WordSearch(takers));

        // Every call of a helper that takes a lock; one that only releases may be called Dispose, as half the world is.
        IEnumerable<SimpleNameSyntax> CallsOf(string helper) =>
            ((takers.Contains(helper) ? NameSearch.Find(helper, compilation, int.MaxValue) : NameSearch.Find(helper, compilation)) ?? [])
                .Select(CallOf).OfType<SimpleNameSyntax>();
    }

    /// <summary>By the text alone, so that a file that did not change is read once.</summary>
    private IEnumerable<SimpleNameSyntax> LockCallsIn(SyntaxTree tree) =>
        optionsOf(tree).Words.Any() ? FindLockCallsIn(tree) : Known.GetValue(tree, _ => [.. FindLockCallsIn(tree)]);

    private IEnumerable<SimpleNameSyntax> FindLockCallsIn(SyntaxTree tree)
    {
        foreach (var position in known(tree).Concat(new WordSearch(optionsOf(tree).Words).FindIn(tree)))
        {
            if (tree.GetRoot().FindToken(position) is var token && token.SpanStart == position && CallOf(token) is { } call && !Receivers.IsOwn(call))
                yield return call;
        }
    }

    private List<IMethodSymbol> HelpersAround(IEnumerable<SimpleNameSyntax> calls, LockCalls lockCalls, string others)
    {
        var helpers = new List<IMethodSymbol>();
        foreach (var file in calls.GroupBy(call => call.SyntaxTree))
        {
#pragma warning disable RS1030 // a helper may stand in another file than the code that is looked at
            var model = compilation.GetSemanticModel(file.Key);
#pragma warning restore RS1030
            var methods = file.Select(call => new CallIn(call.Ancestors().First(IsFunction), call))
                .Where(call => IsShortMethod(call.Function))
                .GroupBy(call => call.Function)
                .Where(function => kept.Ask("is a helper beside " + others, function.Key, () => IsHelper(function, model, lockCalls)));
            foreach (var method in methods)
            {
                if (model.GetDeclaredSymbol(method.Key) is IMethodSymbol symbol)
                    helpers.Add(symbol.AsCalled());
            }
        }

        return helpers;
    }

    private static bool IsHelper(IGrouping<SyntaxNode, CallIn> method, SemanticModel model, LockCalls lockCalls)
    {
        Reads.Code(Roots.Around(method.Key) ?? method.Key);
        return !GivesBack(method) && method.Any(call => MayAct(call.Name, model, lockCalls))
            && model.GetDeclaredSymbol(method.Key) is IMethodSymbol symbol && lockCalls.IsHelper(symbol);
    }

    private bool TakesFor(IMethodSymbol helper, LockCalls lockCalls, string others) =>
        compilation.DeclarationsOf(helper.WithBody()).FirstOrDefault()?.GetSyntax() is { } method
            && kept.Ask("takes a lock beside " + others, method, () => lockCalls.TakesFor(helper));

    /// <summary>The name as that of a method which is called; null where something else stands there.</summary>
    private static SimpleNameSyntax? CallOf(SyntaxToken name) =>
        name.Parent is SimpleNameSyntax { Parent: var around } simple
            && (around is InvocationExpressionSyntax
                || (around is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member && member.Name == simple)
                || around is MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax })
            ? simple : null;

    private static bool MayAct(SimpleNameSyntax called, SemanticModel model, LockCalls lockCalls)
    {
        if (Receivers.TypeOf(called, model) is not { } receiver)
            return true;
        var methods = Receivers.MethodsOf(receiver, called.Identifier.ValueText).ToList();
        return methods.Count == 0 || methods.Any(method => lockCalls.MayAct(method, receiver, called.SyntaxTree));
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax;

    private static bool IsShortMethod(SyntaxNode function) =>
        function is MethodDeclarationSyntax or LocalFunctionStatementSyntax && function.Span.Length <= LockWrappers.Longest;

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
