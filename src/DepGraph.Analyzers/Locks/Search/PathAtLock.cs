using System.Globalization;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Takes the way to a lock object as a helper names it back through the calls, to the declaration that holds the lock.</summary>
/// <param name="first">The call context of that declaration.</param>
internal sealed class PathAtLock(CallContext first, Bodies bodies)
{
    private const string Parameter = "parameter:";

    /// <summary>How the declaration names it; null where it cannot.</summary>
    /// <param name="context">The helper's.</param>
    /// <param name="steady">Only where it is the same lock every time.</param>
    public string? Of(string path, CallContext context, bool steady = false)
    {
        while (!ReferenceEquals(context, first))
        {
            if (AccessPath.IsLocal(path) || path.StartsWith("expression:", StringComparison.Ordinal))
                return null;
            var end = path.IndexOfAny(['.', ':'], path.StartsWith(Parameter, StringComparison.Ordinal) ? Parameter.Length : 0);
            var (start, rest) = end < 0 ? (path, "") : (path.Substring(0, end), path.Substring(end));
            var isThis = start == AccessPath.This;
            if (!isThis && !start.StartsWith(Parameter, StringComparison.Ordinal))
                return path; // from a type onward it is the same everywhere
            var (given, caller) = isThis ? (context.Receiver?.Value, context.Receiver?.Caller) : ArgumentOf(start, context);
            if (caller?.Body is not { } body || (steady && !AccessPath.IsSteady(given, body, bodies, isLast: false)))
                return null;
            path = AccessPath.Of(given, body, bodies) + rest;
            context = caller;
        }

        return path;
    }

    /// <summary>The same for a lock object as it stands in the helper's source.</summary>
    public string? Of(IOperation? lockObject, CallContext context) =>
        context.Body is { } body ? Of(AccessPath.Of(lockObject, body, bodies), context) : null;

    private static (IOperation? Given, CallContext? Caller) ArgumentOf(string parameter, CallContext context)
    {
        var ordinal = int.Parse(parameter.Substring(Parameter.Length), CultureInfo.InvariantCulture);
        return context.Body?.Method is { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } method
            && ordinal < method.Parameters.Length && context.Arguments.TryGetValue(method.Parameters[ordinal].OriginalDefinition, out var argument)
                ? (argument.Value, argument.Caller)
                : (null, null);
    }
}
