using DepGraph.Analyzers.Closures.Escapes;
using DepGraph.Analyzers.Closures.Loops;
using DepGraph.Analyzers.Operations;
using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Report;

/// <summary>Checks one closure: what it captures, which loop shares that, whether the closure outlives the iteration.</summary>
internal sealed class ClosureCheck(OperationAnalysisContext context, EscapeContext shared)
{
    private readonly IOperation _closure = context.Operation;
    private readonly Dictionary<SyntaxNode, LoopWrites> _writes = [];

    public IEnumerable<SharedCapture> SharedCaptures()
    {
        // The cheap question comes first: most closures stand in no loop.
        var places = Places();
        if (!places.Any(place => place.MayRepeat()))
            yield break;

        foreach (var captured in CapturedVariables())
        {
            foreach (var place in places)
            {
                if (Check(captured, place, places) is { } found)
                {
                    if (!IsSaidOfAnEarlierClause(captured.Key))
                        yield return found;
                    break;
                }
            }
        }
    }

    /// <summary>Where the closure comes to be: a lambda where it stands, a local function wherever it is used.</summary>
    private IReadOnlyList<IOperation> Places() =>
        _closure is ILocalFunctionOperation { Symbol: var function } ? shared.LocalFunctionUses.Of(function, _closure.Root()) : [_closure];

    /// <summary>The uses, by variable, of what the function right around the closure declares; what lies further out is the outer closure's capture.</summary>
    private IEnumerable<IGrouping<ISymbol, IOperation>> CapturedVariables()
    {
        var owner = _closure.ClosureSymbol()!.ContainingSymbol;
        return _closure.Descendants()
            .Where(operation => operation.Variable() is { } variable
                && variable is not ILocalSymbol { IsConst: true }
                && SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, owner)
                && VariableUses.Of(operation) != VariableUse.Name)
            .GroupBy(operation => operation.Variable()!, SymbolEqualityComparer.Default)!;
    }

    private SharedCapture? Check(IGrouping<ISymbol, IOperation> captured, IOperation place, IReadOnlyList<IOperation> places)
    {
        var variable = captured.Key;
        if (CaptureOf(place, variable.ContainingSymbol) is not { } capture)
            return null;

        foreach (var loop in Loop.Around(capture.Syntax))
        {
            if (loop.MakesAnew(variable))
                break;

            var writes = WritesOf(loop, capture).To(variable, capture);
            if (writes.Count == 0 || SharedOnPurpose.Is(variable, loop, captured, writes))
                continue;
            if (Outlives(loop, places, captured) is { } escape && Reached(loop, capture, writes))
            {
                var use = captured.FirstOrDefault(o => !VariableUses.Of(o).Writes()) ?? captured.First();
                return new SharedCapture(variable, loop, use.Syntax, writes[0].Syntax, escape);
            }
        }

        return null;
    }

    private LoopWrites WritesOf(Loop loop, IOperation capture)
    {
        if (!_writes.TryGetValue(loop.Syntax, out var writes))
            _writes.Add(loop.Syntax, writes = new LoopWrites(loop, capture));
        return writes;
    }

    /// <summary>A local function used inside a lambda is captured where the lambda is made; inside another local function, where that one is used.</summary>
    private IOperation? CaptureOf(IOperation place, ISymbol owner, int depth = 0)
    {
        var outermost = place;
        for (var closure = place.EnclosingClosure();
            closure != null && !SymbolEqualityComparer.Default.Equals(closure.ClosureSymbol(), owner);
            closure = closure.EnclosingClosure())
            outermost = closure;

        if (outermost is not ILocalFunctionOperation { Symbol: var function })
            return outermost;
        return depth < 5 && shared.LocalFunctionUses.Of(function, outermost.Root()).FirstOrDefault() is { } use ? CaptureOf(use, owner, depth + 1) : null;
    }

    private Escape? Outlives(Loop loop, IReadOnlyList<IOperation> places, IEnumerable<IOperation> uses)
    {
        var tree = _closure.Syntax.SyntaxTree;
        var options = new ClosureOptions(new OptionReader(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree)));
        var analysis = new EscapeAnalysis(shared, options, loop);
        var result = ClosureBody.Result(_closure, uses.Select(use => use.Syntax));
        var flow = EscapeFlow.UsedUp;
        foreach (var place in places.Where(place => loop.Repeats(place.Syntax.Span)))
        {
            flow = flow.And(place == _closure
                ? analysis.FollowClosure(_closure, result)
                : analysis.FollowUse(place, _closure.ClosureSymbol()!.ContainingSymbol, result));
        }

        flow = flow.AfterWaiting(); // subscribed in one place, taken back in another
        if (flow.Escape != null)
            return flow.Escape;

        foreach (var inner in NestedClosures(uses))
        {
            var innerUses = uses.Select(use => use.Syntax).Where(use => inner.Syntax.Span.Contains(use.Span));
            if (analysis.FollowClosure(inner, ClosureBody.Result(inner, innerUses)).Escape is { } escape)
                return escape;
        }

        return null;
    }

    private IEnumerable<IOperation> NestedClosures(IEnumerable<IOperation> uses)
    {
        var nested = new HashSet<IOperation>();
        foreach (var use in uses)
        {
            for (var closure = use.EnclosingClosure(); closure != null && closure != _closure; closure = closure.EnclosingClosure())
                nested.Add(closure);
        }

        return nested;
    }

    private bool Reached(Loop loop, IOperation capture, IReadOnlyList<IOperation> writes)
    {
        var graph = WriteReach.GraphOf(capture, context.GetControlFlowGraph(), context.CancellationToken);
        return graph != null && new WriteReach(graph, loop, capture.Syntax, [.. writes.Select(write => write.Syntax)]).AnyReached();
    }

    /// <summary>The clauses of a query expression are closures of their own, but one to the reader.</summary>
    private bool IsSaidOfAnEarlierClause(ISymbol variable)
    {
        IOperation? query = null;
        for (var parent = _closure.Parent; parent != null && !parent.IsClosure(); parent = parent.Parent)
            query = parent is ITranslatedQueryOperation ? parent : query;
        if (query == null || !_closure.IsImplicit)
            return false;

        var first = query.Descendants()
            .OfType<IAnonymousFunctionOperation>()
            .Where(lambda => lambda.IsImplicit && lambda.ReferencesTo(variable).Any())
            .OrderBy(lambda => lambda.Syntax.SpanStart)
            .FirstOrDefault();
        return first != null && first != _closure;
    }
}
