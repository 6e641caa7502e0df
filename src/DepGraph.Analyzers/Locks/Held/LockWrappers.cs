using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Helpers of this compilation that return with a lock taken, or release their caller's lock.</summary>
internal sealed class LockWrappers(Bodies bodies)
{
    /// <summary>How many helpers may stand around one lock method.</summary>
    public const int Deepest = 3;

    /// <summary>A helper that does nothing but take or release a lock is short.</summary>
    public const int Longest = 800;

    private readonly ConcurrentDictionary<IMethodSymbol, LockState> _atExit = new(SymbolEqualityComparer.Default);
    private volatile HashSet<IMethodSymbol> _helpers = new(SymbolEqualityComparer.Default);

    /// <summary>From now on these methods count as helpers.</summary>
    public void Learn(IEnumerable<IMethodSymbol> helpers)
    {
        _helpers = new(_helpers.Concat(helpers), SymbolEqualityComparer.Default);
        _atExit.Clear();
    }

    /// <summary>The method returns with a lock taken, or with one of its caller's released.</summary>
    public bool IsHelper(IMethodSymbol method, LockVocabulary vocabulary)
        => bodies.OperationOf(method) is { } declaration
            && declaration.Descendants().Any(operation => operation is IInvocationOperation call && vocabulary.MayAct(call))
            && AtExit(method, 0, vocabulary).OnExit().Any();

    public bool Takes(IMethodSymbol method, LockVocabulary vocabulary)
        => IsKnown(method) && AtExit(method, 0, vocabulary).HoldsAny;

    public bool IsKnown(IMethodSymbol method) => _helpers.Count > 0 && _helpers.Contains(method.OriginalDefinition);

    public IEnumerable<LockAction> Read(IInvocationOperation call, Body body, int depth, LockVocabulary vocabulary)
    {
        if (depth >= Deepest || !IsKnown(call.TargetMethod))
            yield break;
        foreach (var entry in AtExit(call.TargetMethod, depth, vocabulary).OnExit())
        {
            if (PathAtCall(entry.Path.TrimEnd('\''), call, body) is not { } path)
                continue;
            if (entry is { IsHeld: true, Taken.UnprovenParameter: { } ordinal }
                && !vocabulary.IsMutualExclusion(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value, body))
                continue;
            if (!entry.IsHeld)
                yield return LockAction.Release(path, entry.Kind);
            else
                yield return LockAction.Take(
                    new HeldLock(path, entry.Taken!.Kind, entry.Taken.Name, call.Syntax, isLockStatement: false),
                    LockVocabulary.FlagOf(call));
        }
    }

    private LockState AtExit(IMethodSymbol method, int depth, LockVocabulary vocabulary)
    {
        method = method.OriginalDefinition;
        if (_atExit.TryGetValue(method, out var known))
            return known;
        var state = bodies.Of(method) is { IsIterator: false } body
            ? LockFlow.Run(body, vocabulary, depth + 1).AtExit
            : LockState.Empty;
        return _atExit.GetOrAdd(method, state);
    }

    /// <summary>The same lock, seen from the caller; null for one the caller cannot name.</summary>
    private string? PathAtCall(string path, IInvocationOperation call, Body body)
    {
        if (LockPath.IsLocal(path) || path.StartsWith("expression:", StringComparison.Ordinal))
            return null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && Moved(path, LockPath.OfParameter(parameter.Ordinal), argument.Value) is { } moved)
                return moved;
        }

        return Moved(path, LockPath.This, call.Instance) ?? path;

        string? Moved(string path, string from, IOperation? to)
            => path == from || path.StartsWith(from + ".", StringComparison.Ordinal) || path.StartsWith(from + ":", StringComparison.Ordinal)
                ? LockPath.Of(to, body, bodies) + path.Substring(from.Length)
                : null;
    }
}
