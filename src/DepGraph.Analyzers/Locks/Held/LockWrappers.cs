using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Helpers of this compilation that return with a lock taken, or release their caller's lock.</summary>
internal sealed class LockWrappers
{
    /// <summary>How many helpers may stand around one lock method.</summary>
    public const int Deepest = 3;

    /// <summary>A helper that does nothing but take or release a lock is short.</summary>
    public const int Longest = 800;

    private readonly Bodies _bodies;
    private readonly DirectLockCalls _direct;
    private readonly HashSet<IMethodSymbol> _helpers;
    private readonly ConcurrentDictionary<IMethodSymbol, Exit> _atExit = new(SymbolEqualityComparer.Default);

    private LockWrappers(Bodies bodies, DirectLockCalls direct, HashSet<IMethodSymbol> helpers)
    {
        _bodies = bodies;
        _direct = direct;
        _helpers = helpers;
    }

    public static LockWrappers None(Bodies bodies, DirectLockCalls direct) => new(bodies, direct, new(SymbolEqualityComparer.Default));

    /// <summary>These methods count as helpers too.</summary>
    public LockWrappers With(IEnumerable<IMethodSymbol> helpers) =>
        new(_bodies, _direct, new(_helpers.Concat(helpers), SymbolEqualityComparer.Default));

    /// <summary>The method returns with a lock taken, or with one of its caller's released.</summary>
    public bool IsHelper(IMethodSymbol method) =>
        _bodies.OperationOf(method) is { } declaration
            && declaration.Descendants().Any(operation => operation is IInvocationOperation call
                && MayAct(call.TargetMethod, call.Instance?.Type, call.Syntax.SyntaxTree))
            && AtExit(method, 0).OnExit().Any();

    /// <summary>The helper returns with a lock taken.</summary>
    public bool Takes(IMethodSymbol method) =>
        IsKnown(method) && AtExit(method, 0).HoldsAny;

    public bool MayAct(IMethodSymbol called, ITypeSymbol? receiver, SyntaxTree tree) => _direct.MayAct(called, receiver, tree) || IsKnown(called);

    /// <summary>What a call does to locks, itself or as that of a helper; nothing where the helpers lie too deep.</summary>
    public IEnumerable<LockAction> Read(IInvocationOperation call, Body body, int depth) =>
        _direct.Read(call, body, isWrapper: depth > 0) ?? ReadHelper(call, body, depth);

    private bool IsKnown(IMethodSymbol method) => _helpers.Count > 0 && _helpers.Contains(method.OriginalDefinition);

    private IEnumerable<LockAction> ReadHelper(IInvocationOperation call, Body body, int depth)
    {
        if (depth >= Deepest || !IsKnown(call.TargetMethod))
            yield break;
        foreach (var entry in AtExit(call.TargetMethod, depth).OnExit())
        {
            if (PathAtCall(entry.Path.TrimEnd('\''), call, body) is not { } path)
                continue;
            if (entry is { IsHeld: true, Taken.UnprovenParameter: { } ordinal }
                && !_direct.IsMutualExclusion(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value, body))
                continue;
            if (!entry.IsHeld)
                yield return LockAction.Release(path, entry.Kind);
            else
                yield return LockAction.Take(
                    new HeldLock(path, entry.Taken!.Kind, entry.Taken.Name, call.Syntax, isLockStatement: false,
                        provenMember: entry.Flag is null && IsSteady(call, body) ? entry.Taken.ProvenMember : null),
                    DirectLockCalls.FlagOf(call));
        }
    }

    /// <summary>What the helper is called on and given is the same every time.</summary>
    private bool IsSteady(IInvocationOperation call, Body body) =>
        AccessPath.IsSteady(call.Instance, body, _bodies, isLast: false)
            && call.Arguments.All(argument =>
                argument.Value.Type is not { IsReferenceType: true } || AccessPath.IsSteady(argument.Value, body, _bodies, isLast: false));

    private LockSet AtExit(IMethodSymbol method, int depth)
    {
        method = method.OriginalDefinition;
        if (!_atExit.TryGetValue(method, out var exit))
            exit = _atExit.GetOrAdd(method, new Exit(Reads.During(() => Follow(method, depth), out var reads), reads));
        Reads.Again(exit.Reads);
        return exit.Locks;
    }

    private LockSet Follow(IMethodSymbol method, int depth) =>
        _bodies.Of(method) is { IsIterator: false } body
            ? LockFlow.Run(body, new LockTransfer(body, _bodies, call => Read(call, body, depth + 1))).AtExit
            : LockSet.Empty;

    /// <summary>The same lock, seen from the caller; null for one the caller cannot name.</summary>
    private string? PathAtCall(string path, IInvocationOperation call, Body body)
    {
        if (AccessPath.IsLocal(path) || path.StartsWith("expression:", StringComparison.Ordinal))
            return null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && Moved(path, AccessPath.OfParameter(parameter.Ordinal), argument.Value) is { } moved)
                return moved;
        }

        return Moved(path, AccessPath.This, call.Instance) ?? path;

        string? Moved(string path, string from, IOperation? to) =>
            path == from || path.StartsWith(from + ".", StringComparison.Ordinal) || path.StartsWith(from + ":", StringComparison.Ordinal)
                ? AccessPath.Of(to, body, _bodies) + path.Substring(from.Length)
                : null;
    }

    private sealed record Exit(LockSet Locks, Reads Reads);
}
