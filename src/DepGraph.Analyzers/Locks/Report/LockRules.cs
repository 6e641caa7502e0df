using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Search;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Report;

internal static class LockRules
{
    /// <summary>The property that tells the fixes which of them applies.</summary>
    public const string Fix = "fix";
    public const string MoveBehindLock = "move";
    public const string RunContinuationsAsynchronously = "asynchronous";

    public static readonly DiagnosticDescriptor Callback = Rule(DiagnosticIds.LockHeldDuringCallback, DiagnosticSeverity.Warning, "Callback");

    public static readonly DiagnosticDescriptor ImplicitCallback = Rule(DiagnosticIds.LockHeldDuringImplicitCallback, DiagnosticSeverity.Info, "Implicit");

    public static readonly DiagnosticDescriptor ExtensionPoint =
        Rule(DiagnosticIds.LockHeldDuringExtensionPointCall, DiagnosticSeverity.Info, "ExtensionPoint");

    public static readonly DiagnosticDescriptor TakenAgain = Rule(DiagnosticIds.LockTakenAgain, DiagnosticSeverity.Warning, "TakenAgain");

    public static readonly DiagnosticDescriptor BlockingWait = Rule(DiagnosticIds.LockHeldDuringBlockingWait, DiagnosticSeverity.Info, "BlockingWait");

    public static DiagnosticDescriptor Of(LockRule rule) => rule switch
    {
        LockRule.Callback => Callback,
        LockRule.ExtensionPoint => ExtensionPoint,
        LockRule.ImplicitCallback => ImplicitCallback,
        LockRule.BlockingWait => BlockingWait,
        LockRule.TakenAgain => TakenAgain,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static ImmutableDictionary<string, string?> FixFor(EffectSite site, Hazard hazard)
    {
        var fix = hazard.Creations.Count > 0 ? RunContinuationsAsynchronously
            : hazard.Rule is LockRule.BlockingWait or LockRule.TakenAgain ? null
            : hazard.Path is null && site.Locks.Held.Count() == 1 && !MustStay(hazard.Effect) ? MoveBehindLock
            : null;
        return fix is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Fix, fix);
    }

    /// <summary>What the lock may well be there for: to change a collection, or to serialize an extension point of the own type.</summary>
    private static bool MustStay(Effect effect) => effect is Publication { Changes: true } || IsOwnExtensionPoint(effect);

    /// <summary>A virtual or abstract member of the object that holds the lock: the lock may well be there to serialize its overrides.</summary>
    private static bool IsOwnExtensionPoint(Effect effect) =>
        effect is MemberCall { Value: null or IInstanceReferenceOperation, Method.ContainingType.TypeKind: TypeKind.Class };

    private static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string texts) => new(
        id,
        LockStrings.Localized(texts + "Title"),
        LockStrings.Localized("CallbackMessage"),
        "Concurrency",
        severity,
        isEnabledByDefault: true,
        description: LockStrings.Localized(texts + "Description"),
        helpLinkUri: DiagnosticIds.HelpLink(id));
}
