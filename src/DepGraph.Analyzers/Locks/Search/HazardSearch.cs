using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Looks from one effect under a lock, through helpers, for the nearest hazards: breadth first, so the shortest way is told.</summary>
internal sealed class HazardSearch
{
    private const int MostHelpers = 8;

    /// <summary>How many helpers may lead to what another type does: further off it is hardly ever meant by the lock.</summary>
    private const int MostHelpersOverTypes = 4;
    private const int MostTypeChanges = 2;
    private const int MostBodies = 200;

    /// <summary>How far away an object may be formatted, or a member be called that another type's own design leaves open.</summary>
    private const int MostHelpersToImplicit = 3;
    private const int MostHelpersToForeignMember = 2;

    private readonly LockFacts _facts;
    private readonly IReadOnlyList<HeldLock> _held;
    private readonly bool _isInLogger;
    private readonly Queue<Way> _open = new();
    private readonly HashSet<Visit> _seen = [];

    /// <summary>The nearest of each rule.</summary>
    private readonly SortedDictionary<LockRule, Hazard> _found = [];

    private HazardSearch(LockFacts facts, IReadOnlyList<HeldLock> held, bool isInLogger)
    {
        _facts = facts;
        _held = held;
        _isInLogger = isInLogger;
    }

    /// <summary>The nearest hazard of each rule, and of the kinds of callback the gravest alone.</summary>
    public static IEnumerable<Hazard> From(EffectSite site, Body body, LockFacts facts)
    {
        var held = site.Locks.Held.Select(entry => entry.Taken!).OrderByDescending(taken => taken.TakenAt.SpanStart).ToList();
        if (site.Effect is ElementHandedOut && held.All(taken => taken.IsLockStatement))
            return []; // the compiler refuses that one itself
        var known = site.Effect is MethodRun { Method: { IsAsync: false } callee } && !callee.Parameters.Any(DependsOnCaller)
            && body.Method?.ContainingType is { } from
            ? new KnownCall(callee.OriginalDefinition, from.OriginalDefinition, string.Join(" ", held.Select(taken => taken.Path)))
            : null;
        if (known != null && facts.Quiet.TryGetValue(known, out var before))
        {
            Reads.Again(before);
            return [];
        }

        var search = new HazardSearch(facts, held, LoggerNames.AreOf(body.Method?.ContainingType));
        var found = Reads.During(() => search.FollowFrom(site.Effect, body), out var reads);
        Reads.Again(reads);
        if (known != null && found.Count == 0)
            facts.Quiet.TryAdd(known, reads);
        var callback = found.Keys.FirstOrDefault();
        return found.Values.Where(hazard => hazard.Rule == callback || !IsCallback(hazard.Rule));
    }

    private SortedDictionary<LockRule, Hazard> FollowFrom(Effect effect, Body body)
    {
        Follow(effect, new Way(new CallContext(body, CallContext.NoArguments), null, 0, false, false), _held[0]);
        FollowHelpers();
        return _found;
    }

    private static bool IsCallback(LockRule rule) => rule is LockRule.Callback or LockRule.ExtensionPoint or LockRule.ImplicitCallback;

    private void FollowHelpers()
    {
        var bodies = 0;
        while (_open.Count > 0 && bodies++ < MostBodies)
        {
            var way = _open.Dequeue();
            foreach (var site in _facts.Flows.SitesOf(way.Context.Body!))
            {
                if (way.Context.OnlyUntilAwait && site.Locks.HasAwaited || site.Effect is ElementHandedOut)
                    continue;
                if (StillHeld(site.Locks) is { } held && !IsFoundThere(site.Locks, held))
                    Follow(site.Effect, way, held);
            }
        }
    }

    /// <summary>The helper takes the same lock itself: the callback is told there, once.</summary>
    private static bool IsFoundThere(LockSet inHelper, HeldLock held) =>
        held.Kind is LockKind.Monitor or LockKind.Lock or LockKind.Mutex && inHelper.Held.Any(entry => entry.Path == held.Path);

    /// <summary>The innermost lock a helper has not released meanwhile.</summary>
    private HeldLock? StillHeld(LockSet inHelper)
    {
        foreach (var held in _held)
        {
            if (!inHelper.Released.Any(entry => entry.IsCallers && entry.Path == held.Path))
                return held;
        }

        return null;
    }

    private void Follow(Effect effect, Way way, HeldLock held)
    {
        foreach (var result in effect.Results(way.Context, _facts.Source))
        {
            if (result.Text is null)
                Enter(result, effect, way);
            else if (IsNear(effect, result, way))
                Found(new Hazard(effect, way.IsLogging || IsLogging(effect, way.Context.Body) ? result.AsOfALogger() : result, way.Path, held));
        }
    }

    /// <summary>
    /// The further off, the less an open member or a ToString says about a deadlock; an event or a delegate says it from anywhere.
    /// What a public method of another type formats, enumerates or disposes counts where it was handed to it.
    /// </summary>
    private bool IsNear(Effect effect, EffectResult result, Way way) =>
        result.Rule == LockRule.ImplicitCallback
            ? CallPath.LengthOf(way.Path) <= MostHelpersToImplicit && (!way.IsPublicElsewhere || (effect.Value is { } value && IsArgument(value, way.Context)))
            : effect is not MemberCall || way.TypeChanges == 0 || CallPath.LengthOf(way.Path) <= MostHelpersToForeignMember;

    private bool IsArgument(IOperation value, CallContext context) => Unwrap.Converted(value) switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => context.Arguments.ContainsKey(parameter.OriginalDefinition),
        IFlowCaptureReferenceOperation capture => context.Body!.FirstCaptured(capture.Id) is { } captured && IsArgument(captured, context),
        ILocalReferenceOperation local => _facts.Source.Bodies.LocalsOf(context.Body!.Root).Of(local.Local).Any(given => given is IParameterReferenceOperation),
        _ => false,
    };

    private void Found(Hazard hazard)
    {
        if (!_found.ContainsKey(hazard.Rule))
            _found.Add(hazard.Rule, hazard);
    }

    private void Enter(EffectResult result, Effect effect, Way way)
    {
        if (result.Body is not { } body || (body.IsIterator && effect is not Enumeration))
            return;
        if (CallPath.LengthOf(way.Path) >= MostHelpers || !_seen.Add(new Visit(body, DependsOnCaller(result) ? effect.At.Syntax : null)))
            return;
        var (typeChanges, isPublicElsewhere) = (way.TypeChanges, way.IsPublicElsewhere);
        if (way.Context.Body?.Method is { } from && body.Method is { } to && !IsOneFamily(from.ContainingType, to.ContainingType))
        {
            typeChanges++;
            isPublicElsewhere |= Visibility.IsVisibleOutside(to);
        }

        if (typeChanges > 0 && (typeChanges > MostTypeChanges || CallPath.LengthOf(way.Path) >= MostHelpersOverTypes))
            return;
        var onlyUntilAwait = way.Context.OnlyUntilAwait || (body.IsAsync && !AwaitedCalls.Include(effect.At));
        _open.Enqueue(new Way(
            new CallContext(body, result.Arguments, onlyUntilAwait, way.Context.AsksForContinuations),
            new CallPath(way.Path, result.Name),
            typeChanges,
            isPublicElsewhere,
            way.IsLogging || (!_isInLogger && LoggerNames.AreOf(body.Method?.ContainingType))));
    }

    /// <summary>It is done to a logger of the code's own. Where the lock is a logger's, that is what is to be looked at.</summary>
    private bool IsLogging(Effect effect, Body? body) =>
        !_isInLogger && effect switch
        {
            MemberCall call => LoggerNames.AreOf(call.Method.ContainingType),
            DelegateCall { Value: { } called } => Named(called, body) switch
            {
                IMemberReferenceOperation { Member: var member } => LoggerNames.AreOf(member.Name) || LoggerNames.AreOf(member.ContainingType),
                IParameterReferenceOperation { Parameter: var parameter } => LoggerNames.AreOf(parameter.Name),
                _ => false,
            },
            _ => false,
        };

    private static IOperation Named(IOperation called, Body? body) =>
        Unwrap.Converted(called) is IFlowCaptureReferenceOperation capture && body?.FirstCaptured(capture.Id) is { } captured
            ? Unwrap.Converted(captured)
            : Unwrap.Converted(called);

    /// <summary>What the body does may depend on who calls it, so that one visit does not tell for all.</summary>
    private static bool DependsOnCaller(EffectResult result) =>
        result.Arguments.Keys.Any(DependsOnCaller);

    private static bool DependsOnCaller(IParameterSymbol parameter) => parameter.Type.TypeKind == TypeKind.Delegate || StaticTypes.IsWide(parameter.Type);

    private static bool IsOneFamily(INamedTypeSymbol? from, INamedTypeSymbol? to)
    {
        return Above(from, to) || Above(to, from) || SymbolEqualityComparer.Default.Equals(Outermost(from), Outermost(to));

        static bool Above(INamedTypeSymbol? type, INamedTypeSymbol? other)
        {
            for (; type != null; type = type.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other?.OriginalDefinition))
                    return true;
            }

            return false;
        }

        static INamedTypeSymbol? Outermost(INamedTypeSymbol? type)
        {
            while (type?.ContainingType is { } outer)
                type = outer;
            return type?.OriginalDefinition;
        }
    }

    /// <summary>How the search came to a body.</summary>
    /// <param name="Path">Null at the lock itself.</param>
    /// <param name="TypeChanges">How often the way led from one type to one that has nothing to do with it.</param>
    /// <param name="IsPublicElsewhere">It leads through a public method of another type.</param>
    /// <param name="IsLogging">It leads through a logger of the code's own.</param>
    private sealed record Way(CallContext Context, CallPath? Path, int TypeChanges, bool IsPublicElsewhere, bool IsLogging);

    private sealed record Visit(Body Body, SyntaxNode? From);
}
