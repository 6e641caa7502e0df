using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Where the bodies of a compilation may run other code, and under which locks.</summary>
internal sealed class BodyFlows
{
    private readonly Bodies _bodies;
    private readonly LockCalls _calls;
    private readonly EffectReader _reader;
    private readonly Answers<Body, IReadOnlyList<EffectSite>> _sites;

    public BodyFlows(Bodies bodies, LockCalls calls, EffectReader reader)
    {
        (_bodies, _calls, _reader) = (bodies, calls, reader);
        _sites = new(body => [.. Read(body, onlyHeld: false)], EqualityComparer<Body>.Default);
    }

    /// <summary>All of them, for a body that is reached with a lock held.</summary>
    public IReadOnlyList<EffectSite> SitesOf(Body body) => _sites.Of(body);

    /// <summary>Those under a lock that the body itself holds.</summary>
    public IEnumerable<EffectSite> HeldSitesOf(Body body) => Read(body, onlyHeld: true);

    private IEnumerable<EffectSite> Read(Body body, bool onlyHeld)
    {
        var unlowered = new UnloweredLocks(body, _bodies);
        foreach (var point in _calls.Follow(body).Points)
        {
            var state = unlowered.At(point.Operation, point.Locks);
            if ((onlyHeld && !state.HoldsAny) || IsRelease(point) || (point.Operation is IInvocationOperation call && _calls.IsConfigured(call)))
                continue;
            foreach (var effect in _reader.Of(point.Operation))
                yield return new EffectSite(effect, state);
            foreach (var taken in LockTaken.In(point, _bodies.Compilation.Assembly))
                yield return new EffectSite(taken, state);
        }
    }

    /// <summary>The end of a lock's own scope is no callback, whatever type its Dispose belongs to.</summary>
    private static bool IsRelease(LockPoint point) =>
        point.Operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } scope }
            && Unwrap.Identity(scope) is { } identity
            && point.Locks.ReleaseScope(identity) != null;
}

/// <summary>One effect and the locks held there.</summary>
internal sealed class EffectSite(Effect effect, LockSet state)
{
    public Effect Effect { get; } = effect;

    public LockSet Locks { get; } = state;
}
