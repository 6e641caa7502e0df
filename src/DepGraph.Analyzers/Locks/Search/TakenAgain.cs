using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Finds a lock that is taken and is provably one that is held.</summary>
/// <param name="first">The body that holds the locks.</param>
internal sealed class TakenAgain(LockFacts facts, Body first, PathAtLock paths)
{
    /// <param name="inHelper">The state where the lock is taken.</param>
    public Hazard? Find(LockTaken effect, Way way, LockSet inHelper)
    {
        var taken = effect.Taken;
        if (way.MayHaveReleased || (taken.Kind is not (LockKind.Semaphore or LockKind.AsyncLock) && inHelper.HasAwaited)
            || (WaitedCalls.IsLater(effect.Call) && !WaitedCalls.Include(effect.Call, way))
            || paths.Of(taken.Path, way.Context, steady: true) is not { } path)
            return null;
        return way.Held.FirstOrDefault(held => Is(held, taken, path)) is { } again && IsRegion(again, way.At ?? effect.At)
            ? new Hazard(effect, EffectResult.TakesAgain(new HazardText("TakesAgain", taken.Name, Consequence(taken.Kind))), way.Path, again)
            : null;
    }

    private static string Consequence(LockKind kind) => kind switch
    {
        LockKind.ReaderWriterLock => "AgainThrows",
        LockKind.SpinLock => "AgainSpins",
        _ => "AgainHangs",
    };

    /// <param name="path">How the declaration with the held lock names the lock that is taken.</param>
    private static bool Is(HeldLock held, HeldLock taken, string path) =>
        held.ProvenMember is { } member && SymbolEqualityComparer.Default.Equals(member, taken.ProvenMember) && held.Kind == taken.Kind
            && held.TakenAt != taken.TakenAt && !IsVariable(path)
            && (held.Kind == LockKind.ReaderWriterLock ? Collide(held.Path, path) : held.Path == path);

    /// <summary>A lock that is released in a lambda, or that its taker never releases, is a signal between threads rather than a lock.</summary>
    private bool IsRegion(HeldLock held, IOperation at) =>
        !IsInItsCatch(held.TakenAt, at.Syntax)
            && IsReleased(held.Path, facts.Calls.Follow(first))
            && !facts.Source.Bodies.AllIn(first.Root).Any(other => other != first && other.Operations.Any(operation => Releases(operation, held)));

    /// <summary>Where it is taken again in the same body, one release of two may be all there is.</summary>
    private static bool IsReleased(string path, LockFlowResult flow) =>
        !flow.AtExit.Held.Any(entry => entry.Path == path)
            || flow.Points.Any(point => point.Actions.Any(action => action.Taken is null && action.Path == path));

    private static bool IsVariable(string path) =>
        AccessPath.IsLocal(path) || path.StartsWith("expression:", StringComparison.Ordinal);

    private static bool Releases(IOperation operation, HeldLock held) =>
        operation is IInvocationOperation { TargetMethod.Name: "Release", Instance: IMemberReferenceOperation { Member: var member } }
            && SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, held.ProvenMember);

    /// <summary>Where the call that takes the lock throws, the lock is not held.</summary>
    private static bool IsInItsCatch(SyntaxNode takenAt, SyntaxNode at) =>
        at.Ancestors().TakeWhile(node => !FunctionSyntax.IsFunction(node)).OfType<CatchClauseSyntax>()
            .Any(handler => handler.Parent is TryStatementSyntax attempt && attempt.Block.Span.Contains(takenAt.Span));

    /// <summary>All modes of one lock but an upgrade: read or write where the same thread holds it upgradeable.</summary>
    private static bool Collide(string held, string taken)
    {
        var (heldLock, heldMode) = Split(held);
        var (takenLock, takenMode) = Split(taken);
        return heldLock == takenLock && (heldMode != "upgradeable" || takenMode == "upgradeable");
    }

    private static (string Lock, string Mode) Split(string path) =>
        path.LastIndexOf(':') is var at ? (path.Substring(0, at), path.Substring(at + 1).TrimEnd('\'')) : default;
}
