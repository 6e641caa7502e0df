using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Where the bodies of a compilation may run other code, and under which locks.</summary>
internal sealed class BodyFlows(Bodies bodies, LockVocabulary vocabulary, EffectReader reader)
{
    private readonly ConcurrentDictionary<Body, IReadOnlyList<Site>> _sites = new();

    /// <summary>All of them, for a body that is reached with a lock held.</summary>
    public IReadOnlyList<Site> SitesOf(Body body) => _sites.GetOrAdd(body, b => [.. Read(b, onlyHeld: false)]);

    /// <summary>Those under a lock that the body itself holds.</summary>
    public IEnumerable<Site> HeldSitesOf(Body body) => Read(body, onlyHeld: true);

    private IEnumerable<Site> Read(Body body, bool onlyHeld)
    {
        var unlowered = new UnloweredLocks(body, bodies);
        foreach (var step in vocabulary.Follow(body).Steps)
        {
            var state = unlowered.At(step.Operation, step.State);
            if ((onlyHeld && !state.HoldsAny) || IsRelease(step) || (step.Operation is IInvocationOperation call && vocabulary.IsConfigured(call)))
                continue;
            foreach (var effect in reader.Of(step.Operation))
                yield return new Site(effect, state);
        }
    }

    /// <summary>The end of a lock's own scope is no callback, whatever type its Dispose belongs to.</summary>
    private static bool IsRelease(LockStep step)
        => step.Operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } scope }
            && Unwrap.Identity(scope) is { } identity
            && step.State.ReleaseScope(identity) != null;
}

/// <summary>One effect and the locks held there.</summary>
internal sealed class Site(Effect effect, LockState state)
{
    public Effect Effect { get; } = effect;

    public LockState State { get; } = state;
}
