using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Bodies that do nothing but call others of ours, whoever calls them: told once, for all locks that lead there and for the next keystroke.</summary>
internal sealed class PlainCalls(KeptFindings kept, BodyFlows flows, SourceFacts source)
{
    /// <summary>All its calls; null where it does more, or where what it does depends on what it is given.</summary>
    /// <remarks>To take a lock that is not re-entrant is left out: it matters only where such a lock is held.</remarks>
    public IReadOnlyList<PlainCall>? Of(Body body) => body.Syntax == body.Root ? kept.CallsOf(body.Root, () => Find(body)) : null;

    public IReadOnlyList<PlainCall>? Of(SyntaxNode root) => source.Bodies.Of(root) is { } body ? Of(body) : null;

    /// <summary>What the callee is given, once that is asked for.</summary>
    public Given GivenBy(PlainCall call, CallContext caller)
    {
        var result = flows.SitesOf(caller.Body!)[call.Site].Effect.Results(caller, source).ElementAt(call.Result);
        return new(result.Arguments, result.Receiver);
    }

    private IReadOnlyList<PlainCall>? Find(Body body)
    {
        var sites = flows.SitesOf(body);
        if (body.AsksForContinuations || sites.Any(site => site.Locks.Released.Any(entry => entry.IsCallers) || IsDoneToArgument(site.Effect, body)))
            return null;
        var anybody = CallContext.OfAnybody(body);
        var calls = new List<PlainCall>();
        for (var i = 0; i < sites.Count; i++)
        {
            var effect = sites[i].Effect;
            if (effect is ElementHandedOut or LockTaken)
                continue;
            var result = 0;
            foreach (var comesTo in effect.Results(anybody, source))
            {
                if (anybody.WasAsked || comesTo.Text != null || comesTo.Body is not { } callee || callee.Syntax != callee.Root)
                    return null;
                calls.Add(new PlainCall(callee.Root, comesTo.Name, Place.Of(effect.At.Syntax, body.Root), i, result++,
                    [.. sites[i].Locks.Held.Select(entry => entry.Path)], TraitsOf(effect, comesTo, sites[i])));
            }

            if (anybody.WasAsked)
                return null;
        }

        return calls;
    }

    /// <summary>Seen at once, before anything is traced.</summary>
    private static bool IsDoneToArgument(Effect effect, Body body) =>
        effect is not MethodRun && effect.Value is { } value && Unwrap.Converted(value) is var done
            && (done is IFlowCaptureReferenceOperation capture ? body.FirstCaptured(capture.Id) : done) is IParameterReferenceOperation;

    private static CallTraits TraitsOf(Effect effect, EffectResult result, EffectSite site) =>
        (site.Locks.HasAwaited ? CallTraits.IsBehindAwait : 0)
            | (HazardSearch.DependsOnCaller(result) ? CallTraits.DependsOnCaller : 0)
            | (effect is Enumeration ? CallTraits.Enumerates : 0)
            | (AwaitedCalls.Include(effect.At) ? CallTraits.IsAwaited : 0)
            | (WaitedCalls.IsReturned(effect.At) ? CallTraits.IsReturned : 0)
            | (LockGuards.StandBefore(effect.At.Syntax) ? CallTraits.IsGuarded : 0);
}
