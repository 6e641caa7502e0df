using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Takes a lock that is certainly not re-entrant. Whether it is one that is held, the way there tells: <see cref="TakenAgain"/>.</summary>
internal sealed class LockTaken(IInvocationOperation call, HeldLock taken) : Effect(call)
{
    public HeldLock Taken { get; } = taken;

    public IInvocationOperation Call { get; } = call;

    /// <summary>Not a helper around the lock, which is followed, nor a call that may go on without the lock.</summary>
    public static IEnumerable<LockTaken> In(LockPoint point, IAssemblySymbol compiled)
    {
        if (point.Actions.Count != 1 || point.Actions[0] is not { Taken: { ProvenMember: not null } taken } action
            || point.Operation is not IInvocationOperation call || !IsOfPlatform(call, compiled))
            return [];
        var isCertain = action.Flag is null
            || call.TargetMethod is { Name: "Enter", ContainingType.Name: "SpinLock" } or { Name: "WaitOne", Parameters.IsEmpty: true };
        return isCertain && !MayGiveUp(call) && !LockGuards.StandBefore(call.Syntax) ? [new LockTaken(call, taken)] : [];
    }

    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source) => [];

    private static bool MayGiveUp(IInvocationOperation call) =>
        WaitTimeout.Ends(call) || call.TargetMethod.Name.IndexOf("OrNull", StringComparison.Ordinal) >= 0;

    private static bool IsOfPlatform(IInvocationOperation call, IAssemblySymbol compiled) =>
        LockMethods.Find(call.TargetMethod, call.TargetMethod.ContainingType, compiled) != null
        || call.TargetMethod.ContainingType.Name == "WaitHandle";
}
