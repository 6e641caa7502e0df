using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks;

/// <summary>Where the bodies of a compilation may run other code, and under which locks.</summary>
internal sealed class BodyFlows(Bodies bodies, LockVocabulary vocabulary, EffectReader reader)
{
    private readonly ConcurrentDictionary<Body, IReadOnlyList<Site>> _sites = new();

    public IReadOnlyList<Site> SitesOf(Body body) => _sites.GetOrAdd(body, Read);

    private IReadOnlyList<Site> Read(Body body)
    {
        var sites = new List<Site>();
        var unlowered = new UnloweredLocks(body, bodies);
        foreach (var step in LockFlow.Run(body, vocabulary, wrapperDepth: 0).Steps)
        {
            if (!IsRelease(step) && !(step.Operation is IInvocationOperation call && vocabulary.IsConfigured(call)))
                sites.AddRange(reader.Of(step.Operation).Select(effect => new Site(effect, unlowered.At(step.Operation, step.State))));
        }

        return sites;
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
