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

    /// <summary>Further off, a wait is hardly the business of who holds the lock.</summary>
    private const int MostHelpersToWait = 3;

    private readonly LockFacts _facts;
    private readonly PathAtLock _paths;
    private readonly TakenAgain _again;
    private readonly bool _isInLogger;

    /// <summary>A lock is held that its own thread must not take again.</summary>
    private readonly bool _mayTakeAgain;
    private readonly Queue<Way> _open = new();
    private readonly HashSet<Visit> _seen = [];

    /// <summary>The nearest of each rule.</summary>
    private readonly SortedDictionary<LockRule, Hazard> _found = [];

    private HazardSearch(LockFacts facts, CallContext first, bool isInLogger, bool mayTakeAgain)
    {
        _facts = facts;
        _paths = new PathAtLock(first, facts.Source.Bodies);
        _again = new TakenAgain(facts, first.Body!, _paths);
        _isInLogger = isInLogger;
        _mayTakeAgain = mayTakeAgain;
    }

    /// <summary>The nearest hazard of each rule, and of the kinds of callback the gravest alone.</summary>
    public static IEnumerable<Hazard> From(EffectSite site, Body body, LockFacts facts)
    {
        var held = site.Locks.Held.Select(entry => entry.Taken!).OrderByDescending(taken => taken.TakenAt.SpanStart).ToList();
        if (site.Effect is ElementHandedOut && held.All(taken => taken.IsLockStatement))
            return []; // the compiler refuses that one itself
        var known = site.Effect is MethodRun { Method: { IsAsync: false } callee } && !callee.Parameters.Any(DependsOnCaller)
            && body.Method?.ContainingType is { } from
            ? new KnownCall(
                callee.OriginalDefinition,
                from.OriginalDefinition,
                string.Join(" ", held.Select(taken => taken.Path)) + ReceiverOf(site.Effect, held, body, facts))
            : null;
        if (known != null && facts.Quiet.TryGetValue(known, out var before))
        {
            Reads.Again(before);
            return [];
        }

        var first = new CallContext(body, CallContext.NoArguments);
        var search = new HazardSearch(facts, first, LoggerNames.AreOf(body.Method?.ContainingType), held.Any(taken => taken.ProvenMember != null));
        var found = Reads.During(() => search.FollowFrom(site, Way.From(first, held)), out var reads);
        Reads.Again(reads);
        if (known != null && found.Count == 0)
            facts.Quiet.TryAdd(known, reads);
        var callback = found.Keys.FirstOrDefault();
        return found.Values.Where(hazard => hazard.Rule == callback || !IsCallback(hazard.Rule));
    }

    private SortedDictionary<LockRule, Hazard> FollowFrom(EffectSite site, Way way)
    {
        Follow(site.Effect, way, site.Locks);
        FollowHelpers();
        return _found;
    }

    /// <summary>What a call is done to says whether it comes to a lock that is held.</summary>
    private static string ReceiverOf(Effect effect, IReadOnlyList<HeldLock> held, Body body, LockFacts facts) =>
        held.Any(taken => taken.ProvenMember != null) ? " " + AccessPath.Of(effect.Value, body, facts.Source.Bodies) : "";

    private static bool IsCallback(LockRule rule) => rule is LockRule.Callback or LockRule.ExtensionPoint or LockRule.ImplicitCallback;

    private void FollowHelpers()
    {
        var bodies = 0;
        while (_open.Count > 0 && bodies++ < MostBodies)
        {
            var way = _open.Dequeue();
            if (!_mayTakeAgain && _facts.Plain.Of(way.Context.Body!) is { } calls)
            {
                foreach (var call in calls)
                    Enter(call, way);
                continue;
            }

            foreach (var site in _facts.Flows.SitesOf(way.Context.Body!))
            {
                if (way.Context.OnlyUntilAwait && site.Locks.HasAwaited || site.Effect is ElementHandedOut)
                    continue;
                var now = Now(way, site.Locks);
                if (now.Held.Count > 0 && !IsFoundThere(site.Locks.Held.Select(entry => entry.Path), now.Held[0]))
                    Follow(site.Effect, now, site.Locks);
            }
        }
    }

    /// <summary>The helper takes the same lock itself: the callback is told there, once.</summary>
    private static bool IsFoundThere(IEnumerable<string> inHelper, HeldLock held) =>
        held.Kind is LockKind.Monitor or LockKind.Lock or LockKind.Mutex && inHelper.Contains(held.Path);

    /// <summary>With the locks a helper has not released meanwhile.</summary>
    private Way Now(Way way, LockSet inHelper)
    {
        var released = inHelper.Released.Where(entry => entry.IsCallers).ToList();
        if (released.Count == 0)
            return way;
        var paths = released.Select(entry => _paths.Of(entry.Path, way.Context)).ToList();
        return way with
        {
            Held = [.. way.Held.Where(held => !released.Any(entry => entry.Path == held.Path) && !paths.Contains(held.Path))],
            MayHaveReleased = way.MayHaveReleased || paths.Contains(null),
        };
    }

    private void Follow(Effect effect, Way way, LockSet inHelper)
    {
        if (effect is LockTaken taken)
        {
            if (_again.Find(taken, way, inHelper) is { } again)
                Found(again);
            return;
        }

        if (effect is BlockingWait && way.Context.OnlyUntilAwait && StandsBehindAwait(effect.At, way.Context.Body!))
            return;
        var held = effect is BlockingWait { GivenUp: { } givenUp } ? HeldBeside(givenUp, way) : way.Held.FirstOrDefault();
        if (held is null)
            return;
        foreach (var result in effect.Results(way.Context, _facts.Source))
        {
            if (result.Text is null)
                Enter(result, effect, way);
            else if (IsNear(effect, result, way))
                Found(new Hazard(effect, IsMild(effect, way) ? result.Milder() : result, way.Path, held));
        }
    }

    private bool IsMild(Effect effect, Way way) => _facts.AreTests || way.IsLogging || IsLogging(effect, way.Context.Body);

    /// <summary>As in a finally block, where hardly anybody comes without the await.</summary>
    private static bool StandsBehindAwait(IOperation wait, Body body) =>
        body.Operations.Any(operation => operation is IAwaitOperation && operation.Syntax.SpanStart < wait.Syntax.SpanStart);

    /// <summary>The innermost lock but the one that is given up; null where it may be that one.</summary>
    private HeldLock? HeldBeside(IOperation givenUp, Way way) =>
        _paths.Of(givenUp, way.Context) is { } path
            ? way.Held.FirstOrDefault(held => held.Path != path)
            : null;

    /// <summary>
    /// The further off, the less an open member or a ToString says about a deadlock; an event or a delegate says it from anywhere.
    /// What a public method of another type formats, enumerates or disposes counts where it was handed to it.
    /// </summary>
    private bool IsNear(Effect effect, EffectResult result, Way way) =>
        result.Rule == LockRule.ImplicitCallback
            ? CallPath.LengthOf(way.Path) <= MostHelpersToImplicit && (!way.IsPublicElsewhere || (effect.Value is { } value && IsArgument(value, way.Context)))
            : result.Rule == LockRule.BlockingWait ? CallPath.LengthOf(way.Path) <= MostHelpersToWait
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
        var receiver = _mayTakeAgain ? ReceiverOf(result) : null;
        Enter(body, result.Name, way, new Visit(body, DependsOnCaller(result) ? effect.At.Syntax : null, receiver), WaitedCalls.Include(effect.At, way),
            LockGuards.StandBefore(effect.At.Syntax), () => new Given(result.Arguments, result.Receiver), effect.At);
    }

    private void Enter(PlainCall call, Way way)
    {
        if ((way.Context.OnlyUntilAwait && call.Is(CallTraits.IsBehindAwait)) || way.Held.Count == 0 || IsFoundThere(call.Held, way.Held[0])
            || _facts.Source.Bodies.Of(call.Callee) is not { } body || (body.IsIterator && !call.Is(CallTraits.Enumerates)))
            return;
        var from = call.Is(CallTraits.DependsOnCaller) ? new PlaceIn(way.Context.Body!, call.At) : null;
        Enter(body, call.Name, way, new Visit(body, from, null), WaitedCalls.Include(call.Is(CallTraits.IsAwaited), call.Is(CallTraits.IsReturned), way),
            call.Is(CallTraits.IsGuarded), () => _facts.Plain.GivenBy(call, way.Context), way.At!);
    }

    private void Enter(Body body, string? name, Way way, Visit visit, bool isWaitedFor, bool isGuarded, Func<Given> given, IOperation at)
    {
        if (CallPath.LengthOf(way.Path) >= MostHelpers || !_seen.Add(visit))
            return;
        var (typeChanges, isPublicElsewhere) = (way.TypeChanges, way.IsPublicElsewhere);
        if (way.Context.Body?.Method is { } from && body.Method is { } to && !TypeFamily.IsOne(from.ContainingType, to.ContainingType))
        {
            typeChanges++;
            isPublicElsewhere |= Visibility.IsVisibleOutside(to);
        }

        if (typeChanges > 0 && (typeChanges > MostTypeChanges || CallPath.LengthOf(way.Path) >= MostHelpersOverTypes))
            return;
        var onlyUntilAwait = way.Context.OnlyUntilAwait || (body.IsAsync && !isWaitedFor);
        _open.Enqueue(way with
        {
            Context = new CallContext(body, given, onlyUntilAwait, way.Context),
            Path = new CallPath(way.Path, name),
            TypeChanges = typeChanges,
            IsPublicElsewhere = isPublicElsewhere,
            IsLogging = way.IsLogging || (!_isInLogger && LoggerNames.AreOf(body.Method?.ContainingType)),
            IsWaitedFor = WaitedCalls.IsLater(body.Method) ? isWaitedFor : body.Method is not { IsAsync: true, ReturnsVoid: true },
            MayHaveReleased = way.MayHaveReleased || isGuarded,
            At = way.At ?? at,
        });
    }

    /// <summary>How the declaration with the lock names the object that a body is run on.</summary>
    private string? ReceiverOf(EffectResult result) =>
        result.Receiver is { } receiver ? _paths.Of(receiver.Value, receiver.Caller) : null;

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
    public static bool DependsOnCaller(EffectResult result) =>
        result.Arguments.Keys.Any(DependsOnCaller);

    private static bool DependsOnCaller(IParameterSymbol parameter) =>
        parameter.Type.TypeKind == TypeKind.Delegate || parameter.Type.Name is "Task" or "ValueTask"
            || StaticTypes.IsWide((parameter.Type as IArrayTypeSymbol)?.ElementType ?? parameter.Type);

    /// <param name="From">The call, where what the body does depends on it.</param>
    /// <param name="On">The object, where it may hold a lock that is held.</param>
    private sealed record Visit(Body Body, object? From, string? On);

    /// <summary>A call in a body whose code need not be read for it.</summary>
    private sealed record PlaceIn(Body Body, Place At);
}
