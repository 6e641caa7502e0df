using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks;

/// <summary>Helpers of this compilation that return with a lock taken, or release their caller's lock.</summary>
internal sealed class LockWrappers(Bodies bodies)
{
    /// <summary>How many helpers may stand around one lock method.</summary>
    public const int Deepest = 3;

    /// <summary>A helper that does nothing but take or release a lock is short.</summary>
    public const int Longest = 800;

    private readonly ConcurrentDictionary<IMethodSymbol, LockState> _atExit = new(SymbolEqualityComparer.Default);
    private volatile HashSet<string> _names = [];

    /// <summary>From now on methods of these names count as helpers, where what they do makes them so.</summary>
    public void Learn(IEnumerable<string> names)
    {
        _names = [.. _names, .. names];
        _atExit.Clear();
    }

    /// <summary>The method returns with a lock taken, or with one of its caller's released.</summary>
    public bool IsHelper(IMethodSymbol method, LockVocabulary vocabulary) => AtExit(method, 0, vocabulary).OnExit().Any();

    public bool Takes(IMethodSymbol method, LockVocabulary vocabulary)
        => MayWrap(method) && AtExit(method, 0, vocabulary).HoldsAny;

    private bool MayWrap(IMethodSymbol method)
        => _names.Contains(method.Name)
            && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, bodies.Compilation.Assembly)
            && !method.IsAbstract;

    public IEnumerable<LockAction> Read(IInvocationOperation call, Body body, int depth, LockVocabulary vocabulary)
    {
        if (depth >= Deepest || !MayWrap(call.TargetMethod))
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
