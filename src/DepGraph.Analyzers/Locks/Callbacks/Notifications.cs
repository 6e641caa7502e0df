using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Members that are there to tell somebody else that something happened, by the convention of their names.</summary>
internal static class Notifications
{
    private static readonly string[] Verbs = ["On", "Notify", "Raise", "Handle"];
    private static readonly string[] Receivers = ["Listener", "Observer", "Subscriber", "Callback", "Callbacks"];

    public static bool Include(IMethodSymbol method) =>
        Verbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)
            && (method.Name.Length == verb.Length || char.IsUpper(method.Name[verb.Length])))
            || Receivers.Any(name => method.ContainingType.Name.EndsWith(name, StringComparison.Ordinal));
}
