using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Loops;

/// <summary>Whether, once the closure is made, one of the writes can still run without leaving the loop.</summary>
internal sealed class WriteReach(ControlFlowGraph graph, Loop loop, SyntaxNode capture, HashSet<SyntaxNode> writes)
{
    /// <summary>The graph of the function that holds <paramref name="operation"/>, found from the graph of the whole member.</summary>
    public static ControlFlowGraph? GraphOf(IOperation operation, ControlFlowGraph member, CancellationToken cancellation)
    {
        var functions = new Stack<IOperation>();
        for (var closure = operation.EnclosingClosure(); closure != null; closure = closure.EnclosingClosure())
            functions.Push(closure);

        ControlFlowGraph? graph = member;
        foreach (var function in functions)
        {
            graph = function.Kind == OperationKind.LocalFunction
                ? graph.GetLocalFunctionControlFlowGraphInScope(function.ClosureSymbol()!, cancellation)
                : Lambda(graph, function) is { } lambda ? graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, cancellation) : null;
            if (graph == null)
                return null;
        }

        return graph;
    }

    private static IFlowAnonymousFunctionOperation? Lambda(ControlFlowGraph graph, IOperation lambda) =>
        graph.Blocks.SelectMany(Operations)
            .SelectMany(o => o.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(o => o.Syntax == lambda.Syntax);

    public bool AnyReached()
    {
        var start = graph.Blocks.FirstOrDefault(block => Operations(block).Any(Captures));
        if (start == null)
            return false;
        if (IsWrittenAfterCapture(start))
            return true;

        var seen = new HashSet<BasicBlock>();
        var pending = new Stack<BasicBlock>(Successors(start));
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!seen.Add(block) || LeavesLoop(block))
                continue;
            if (Operations(block).Any(operation => operation.DescendantsAndSelf().Any(o => writes.Contains(o.Syntax) && IsVariable(o))))
                return true;
            foreach (var next in Successors(block))
                pending.Push(next);
        }

        return false;
    }

    private bool IsWrittenAfterCapture(BasicBlock block)
    {
        var captured = false;
        foreach (var operation in Operations(block))
        {
            if (captured && operation.DescendantsAndSelf().Any(o => writes.Contains(o.Syntax) && IsVariable(o)))
                return true;
            if (!Captures(operation))
                continue;

            captured = true;
            var inSameOperation = operation.DescendantsAndSelf().Where(o => writes.Contains(o.Syntax) && IsVariable(o));
            if (inSameOperation.Any(write => write.Syntax.SpanStart > capture.SpanStart || write.Parent?.Syntax.Span.Contains(capture.Span) == true))
                return true;
        }

        return false;
    }

    private bool Captures(IOperation operation) => operation.DescendantsAndSelf().Any(o => o.Syntax == capture);

    private static bool IsVariable(IOperation operation) =>
        operation.Variable() != null;

    private static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue == null ? block.Operations : block.Operations.Append(block.BranchValue);

    private bool LeavesLoop(BasicBlock block)
    {
        var operations = Operations(block).ToList();
        return block.Kind == BasicBlockKind.Exit || (operations.Count > 0 && !operations.Any(o => loop.Holds(o.Syntax.Span)));
    }

    private IEnumerable<BasicBlock> Successors(BasicBlock block)
    {
        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch == null)
                continue;
            foreach (var region in branch.FinallyRegions)
                yield return graph.Blocks[region.FirstBlockOrdinal];
            if (branch.Destination != null)
                yield return branch.Destination;
            if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
            {
                foreach (var handler in Handlers(block.EnclosingRegion))
                    yield return handler;
            }
        }
    }

    /// <summary>Where an exception thrown in the region may go on within the function.</summary>
    private IEnumerable<BasicBlock> Handlers(ControlFlowRegion? region)
    {
        for (; region != null; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } around })
                continue;
            foreach (var handler in around.NestedRegions.Where(nested => nested.Kind is not ControlFlowRegionKind.Try))
                yield return graph.Blocks[handler.FirstBlockOrdinal];
        }
    }
}
