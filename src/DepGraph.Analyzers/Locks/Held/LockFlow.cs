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
    private readonly LockSteps _steps;
    private readonly Dictionary<Entry, LockState?> _finallyExits = [];
    private readonly HashSet<Entry> _recordedFinallies = [];
    private readonly List<LockStep> _recorded = [];
    private bool _recording;

    private LockFlow(Body body, LockSteps steps)
    {
        _body = body;
        _steps = steps;
    }

    /// <summary>Follows a body from its entry.</summary>
    public static LockFlowResult Run(Body body, LockSteps steps)
    {
        if (!SynchronizedMethod.Is(body.Method) && !body.Operations.Any(steps.Matters))
            return new LockFlowResult([.. body.Operations.Select(operation => new LockStep(operation, LockState.Empty))], LockState.Empty);

        var flow = new LockFlow(body, steps) { _recording = true };
        var atExit = flow.Follow(SynchronizedMethod.AtEntry(body), 0, body.Graph.Blocks.Length - 1);
        return new LockFlowResult(flow._recorded, atExit ?? LockState.Empty);
    }

    /// <summary>Follows the blocks first..last from a state at the first; returns the state where control leaves at their end.</summary>
    private LockState? Follow(LockState entry, int first, int last)
    {
        var recording = _recording;
        _recording = false;
        var before = new LockState?[last - first + 1];
        var open = new bool[last - first + 1];
        open[0] = true;
        before[0] = entry;
        LockState? leaving = null;
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

        void Flow(int to, LockState state)
        {
            if (to < first || to > last)
                return; // leaves these blocks by a way the caller follows itself
            var joined = before[to - first]?.Join(state) ?? state;
            if (joined.Equals(before[to - first]))
                return;
            before[to - first] = joined;
            open[to - first] = true;
        }

        void Leave(LockState state) => leaving = leaving?.Join(state) ?? state;
    }

    private void Through(BasicBlock block, LockState state, Action<int, LockState> flow, Action<LockState> leave)
    {
        var thrown = state;
        var last = state;
        var (start, end) = _body.RangeOf(block);
        for (var at = start; at < end; at++)
        {
            if (!ReferenceEquals(state, last))
                thrown = thrown.Join(last = state);
            var operation = _body.Operations[at];
            if (_recording)
                _recorded.Add(new LockStep(operation, state));
            state = _steps.After(operation, state);
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

        LockState Known(LockState at, bool value) => LockConditions.Assume(block.BranchValue, value, at, _steps);
    }

    private void Branch(ControlFlowBranch branch, LockState state, Action<int, LockState> flow, Action<LockState> leave)
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
    private void Throw(ControlFlowRegion? from, LockState state, Action<int, LockState> flow)
    {
        // The root of a lambda's graph lies inside the graph of its method: an exception does not go that way.
        for (var region = from; region is { Kind: not (ControlFlowRegionKind.Root or ControlFlowRegionKind.Finally), EnclosingRegion: { } around }; region = around)
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

    private LockState? ThroughFinally(ControlFlowRegion region, LockState state)
    {
        var entered = new Entry(region.FirstBlockOrdinal, state);
        var toRecord = _recording && _recordedFinallies.Add(entered);
        if (!toRecord && _finallyExits.TryGetValue(entered, out var known))
            return known;
        return _finallyExits[entered] = Follow(state, region.FirstBlockOrdinal, region.LastBlockOrdinal);
    }

    private sealed record Entry(int Block, LockState State);
}
