using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Follows the locks along the control-flow graph of one body: forward, to a fixed point.</summary>
/// <remarks>
/// A finally block is followed once for each state that enters it, so that a return inside a lock does not
/// blur what is held behind it. What a catch block may find held is the join of all points of its try block.
/// </remarks>
internal sealed class LockFlow
{
    private readonly Body _body;
    private readonly LockTransfer _transfer;
    private readonly Dictionary<Entry, LockSet?> _finallyExits = [];
    private readonly HashSet<Entry> _recordedFinallies = [];
    private readonly List<LockPoint> _recorded = [];
    private bool _recording;

    private LockFlow(Body body, LockTransfer transfer)
    {
        _body = body;
        _transfer = transfer;
    }

    /// <summary>Follows a body from its entry.</summary>
    public static LockFlowResult Run(Body body, LockTransfer transfer)
    {
        if (!body.IsReadable || (!SynchronizedMethod.Is(body.Method) && !body.Operations.Any(transfer.Matters)))
            return new LockFlowResult([.. body.Operations.Select(operation => new LockPoint(operation, LockSet.Empty, []))], LockSet.Empty);

        var flow = new LockFlow(body, transfer) { _recording = true };
        var atExit = flow.Follow(SynchronizedMethod.AtEntry(body), 0, body.Graph.Blocks.Length - 1);
        return new LockFlowResult(flow._recorded, atExit ?? LockSet.Empty);
    }

    /// <summary>Follows the blocks first..last from a state at the first; returns the state where control leaves at their end.</summary>
    private LockSet? Follow(LockSet entry, int first, int last)
    {
        var recording = _recording;
        _recording = false;
        var before = new LockSet?[last - first + 1];
        var open = new bool[last - first + 1];
        open[0] = true;
        before[0] = entry;
        LockSet? leaving = null;
        for (var lowest = 0; lowest >= 0; lowest = Array.IndexOf(open, true))
        {
            open[lowest] = false;
            Through(_body.Graph.Blocks[first + lowest], before[lowest]!, Flow, Leave);
        }

        if (recording)
        {
            _recording = true;
            for (var ordinal = first; ordinal <= last; ordinal++)
            {
                if (before[ordinal - first] is { } state)
                    Through(_body.Graph.Blocks[ordinal], state, (_, _) => { }, _ => { });
            }
        }

        return leaving;

        void Flow(int to, LockSet state)
        {
            if (to < first || to > last)
                return; // leaves these blocks by a way the caller follows itself
            var joined = before[to - first]?.Join(state) ?? state;
            if (joined.Equals(before[to - first]))
                return;
            before[to - first] = joined;
            open[to - first] = true;
        }

        void Leave(LockSet state) => leaving = leaving?.Join(state) ?? state;
    }

    private void Through(BasicBlock block, LockSet state, Action<int, LockSet> flow, Action<LockSet> leave)
    {
        var thrown = state;
        var last = state;
        var (start, end) = _body.RangeOf(block);
        for (var at = start; at < end; at++)
        {
            var operation = _body.Operations[at];
            if (!ReferenceEquals(state, last) && CanThrow(operation))
                thrown = thrown.Join(last = state);
            if (_recording)
                _recorded.Add(new LockPoint(operation, state, _transfer.ActionsOf(operation)));
            state = _transfer.After(operation, state);
        }

        Throw(block.EnclosingRegion, thrown, flow);

        if (block.Kind == BasicBlockKind.Exit)
            leave(state);
        if (block.ConditionalSuccessor is { } conditional)
            Branch(conditional, Known(state, block.ConditionKind == ControlFlowConditionKind.WhenTrue), flow, leave);
        if (block.FallThroughSuccessor is { } fallThrough)
        {
            var falls = block.ConditionKind == ControlFlowConditionKind.None ? state : Known(state, block.ConditionKind == ControlFlowConditionKind.WhenFalse);
            Branch(fallThrough, falls, flow, leave);
        }

        LockSet Known(LockSet at, bool value) => LockConditions.Assume(block.BranchValue, value, at, _transfer);
    }

    /// <summary>
    /// What comes between the call that takes a lock and the try block behind it throws nothing that leaves the lock held: the end of the statement, the
    /// copy of the result, and the <c>await</c> of it.
    /// </summary>
    private static bool CanThrow(IOperation operation) =>
        operation is not (IExpressionStatementOperation or IFlowCaptureOperation or IFlowCaptureReferenceOperation or ILocalReferenceOperation
            or IConversionOperation or ILiteralOperation or IArgumentOperation
            or IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }
            or ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IFlowCaptureReferenceOperation });

    private void Branch(ControlFlowBranch branch, LockSet state, Action<int, LockSet> flow, Action<LockSet> leave)
    {
        foreach (var region in branch.FinallyRegions)
        {
            if (ThroughFinally(region, state) is not { } after)
                return; // the finally block never ends
            state = after;
        }

        if (branch.Destination is { } destination)
            flow(destination.Ordinal, state);
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            leave(state);
    }

    /// <summary>Takes an exception outward: through the finally blocks around, into every catch block on the way.</summary>
    /// <remarks>Not out of a finally block: one that fails before it releases its lock is nobody's plan.</remarks>
    private void Throw(ControlFlowRegion? from, LockSet state, Action<int, LockSet> flow)
    {
        // The root of a lambda's graph lies inside the graph of its method: an exception does not go that way.
        for (var region =
            from; region is { Kind: not (ControlFlowRegionKind.Root or ControlFlowRegionKind.Finally), EnclosingRegion: { } around }; region = around)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;
            foreach (var handler in around.NestedRegions)
            {
                switch (handler.Kind)
                {
                    case ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler:
                        flow(handler.FirstBlockOrdinal, state);
                        break;
                    case ControlFlowRegionKind.Finally:
                        if (ThroughFinally(handler, state) is not { } after)
                            return;
                        state = after;
                        break;
                }
            }
        }
    }

    private LockSet? ThroughFinally(ControlFlowRegion region, LockSet state)
    {
        var entered = new Entry(region.FirstBlockOrdinal, state);
        var toRecord = _recording && _recordedFinallies.Add(entered);
        if (!toRecord && _finallyExits.TryGetValue(entered, out var known))
            return known;
        return _finallyExits[entered] = Follow(state, region.FirstBlockOrdinal, region.LastBlockOrdinal);
    }

    private sealed record Entry(int Block, LockSet Locks);
}
