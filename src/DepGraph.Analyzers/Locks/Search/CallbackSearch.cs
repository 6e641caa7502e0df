using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>Looks from one effect under a lock, through helpers, for the nearest code of others: breadth first, so the shortest way is told.</summary>
internal sealed class CallbackSearch
{
    private const int MostHelpers = 8;
    private const int MostTypeChanges = 2;
    private const int MostBodies = 200;

    /// <summary>How far away an object may be formatted, or a member be called that another type's own design leaves open.</summary>
    private const int MostHelpersToImplicit = 3;
    private const int MostHelpersToForeignMember = 2;

    private readonly LockFacts _facts;
    private readonly IReadOnlyList<HeldLock> _held;
    private readonly Queue<Helper> _open = new();
    private readonly HashSet<Visit> _seen = [];

    private Callback? _explicit;
    private Callback? _implicit;

    private CallbackSearch(LockFacts facts, IReadOnlyList<HeldLock> held)
    {
        _facts = facts;
        _held = held;
    }

    /// <summary>The nearest callback, one that is called outright before one that is implicit; null where there is none.</summary>
    public static Callback? From(EffectSite site, Body body, LockFacts facts)
    {
        var held = site.Locks.Held.Select(entry => entry.Taken!).OrderByDescending(taken => taken.TakenAt.SpanStart).ToList();
        if (site.Effect is ElementHandedOut && held.All(taken => taken.IsLockStatement))
            return null; // the compiler refuses that one itself
        var known = site.Effect is MethodRun { Method: { IsAsync: false } callee } && !callee.Parameters.Any(DependsOnCaller)
            && body.Method?.ContainingType is { } from
            ? new KnownCall(callee.OriginalDefinition, from.OriginalDefinition, string.Join(" ", held.Select(taken => taken.Path)))
            : null;
        if (known != null && facts.Quiet.ContainsKey(known))
            return null;
        var search = new CallbackSearch(facts, held);
        search.Follow(site.Effect, new CallContext(body, CallContext.NoArguments), null, 0, held[0]);
        search.FollowHelpers();
        if (known != null && search is { _explicit: null, _implicit: null })
            facts.Quiet.TryAdd(known, true);
        return search._explicit ?? search._implicit;
    }

    private void FollowHelpers()
    {
        var bodies = 0;
        while (_open.Count > 0 && _explicit is null && bodies++ < MostBodies)
        {
            var (context, path, typeChanges) = _open.Dequeue();
            foreach (var site in _facts.Flows.SitesOf(context.Body!))
            {
                if (context.OnlyUntilAwait && site.Locks.HasAwaited || site.Effect is ElementHandedOut)
                    continue;
                if (context.OnlyArguments && !IsOfArguments(site.Effect, context.Body!))
                    continue;
                if (StillHeld(site.Locks) is { } held && !IsFoundThere(site.Locks, held))
                    Follow(site.Effect, context, path, typeChanges, held);
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

    private void Follow(Effect effect, CallContext context, CallPath? path, int typeChanges, HeldLock held)
    {
        foreach (var result in effect.Results(context, _facts.Source))
        {
            if (result.Text != null)
            {
                if (IsNear(effect, result, path, typeChanges))
                    Found(new Callback(effect, result, path, held));
            }
            else
                Enter(result, effect, context, path, typeChanges);
        }
    }

    /// <summary>The further off, the less an open member or a ToString says about a deadlock; an event or a delegate says it from anywhere.</summary>
    private static bool IsNear(Effect effect, EffectResult result, CallPath? path, int typeChanges) =>
        result.IsImplicit ? CallPath.LengthOf(path) <= MostHelpersToImplicit
            : effect is not MemberCall || typeChanges == 0 || CallPath.LengthOf(path) <= MostHelpersToForeignMember;

    private void Found(Callback callback)
    {
        if (callback.IsImplicit)
            _implicit ??= callback;
        else
            _explicit ??= callback;
    }

    private void Enter(EffectResult result, Effect effect, CallContext caller, CallPath? path, int typeChanges)
    {
        if (result.Body is not { } body || (body.IsIterator && effect is not Enumeration))
            return;
        if (CallPath.LengthOf(path) >= MostHelpers || !_seen.Add(new Visit(body, DependsOnCaller(result) ? effect.At.Syntax : null)))
            return;
        var onlyArguments = caller.OnlyArguments;
        if (caller.Body?.Method is { } from && body.Method is { } to && !IsOneFamily(from.ContainingType, to.ContainingType))
        {
            onlyArguments |= Visibility.IsVisibleOutside(to);
            if (++typeChanges > MostTypeChanges || (onlyArguments && !DependsOnCaller(result)))
                return;
        }

        var onlyUntilAwait = caller.OnlyUntilAwait || (body.IsAsync && !AwaitedCalls.Include(effect.At));
        _open.Enqueue(new Helper(new CallContext(body, result.Arguments, onlyUntilAwait, onlyArguments, caller.AsksForContinuations),
            new CallPath(path, result.Name), typeChanges));
    }

    /// <summary>What the body does may depend on who calls it, so that one visit does not tell for all.</summary>
    private static bool DependsOnCaller(EffectResult result) =>
        result.Arguments.Keys.Any(DependsOnCaller);

    private static bool DependsOnCaller(IParameterSymbol parameter) =>
        parameter.Type.TypeKind == TypeKind.Delegate || StaticTypes.IsWide((parameter.Type as IArrayTypeSymbol)?.ElementType ?? parameter.Type);

    /// <summary>It is done to a parameter, or hands one on.</summary>
    private bool IsOfArguments(Effect effect, Body body)
    {
        return effect is MethodRun
            ? effect.Arguments.Any(argument => IsParameter(argument.Value))
            : effect.Value is { } value && IsParameter(value);

        bool IsParameter(IOperation value) => Unwrap.Converted(value) switch
        {
            IParameterReferenceOperation => true,
            IFlowCaptureReferenceOperation capture => body.FirstCaptured(capture.Id) is { } captured && IsParameter(captured),
            ILocalReferenceOperation local => _facts.Source.Bodies.LocalsOf(body.Root).Of(local.Local).Any(given => given is IParameterReferenceOperation),
            _ => false,
        };
    }

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

    private sealed record Helper(CallContext Context, CallPath Path, int TypeChanges);

    private sealed record Visit(Body Body, SyntaxNode? From);
}
