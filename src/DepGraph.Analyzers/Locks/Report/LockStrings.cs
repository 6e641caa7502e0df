using System.Globalization;
using System.Resources;
using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Search;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Report;

/// <summary>The texts of the lock rules.</summary>
internal static class LockStrings
{
    private static readonly ResourceManager Resources = new(typeof(LockStrings).FullName!, typeof(LockStrings).Assembly);

    public static LocalizableString Localized(string name) => new LocalizableResourceString(name, Resources, typeof(LockStrings));

    /// <summary>The first half of the message: what happens under the lock, in words.</summary>
    public static string Of(HazardText text) => Text(text.Key, text.Name);

    public static string Through(CallPath? path) =>
        path is null ? "" : Text(nameof(Through), string.Join(" > ", path.Names.Select(name => name ?? Text("Lambda"))));

    /// <summary>The lock's type and name.</summary>
    public static string Held(HeldLock held) => Text("Held" + held.Kind, held.Name);

    /// <summary>What happens when the callback, or a thread that is waited for, wants the same lock.</summary>
    public static string Consequence(Hazard hazard) => hazard.Text.Consequence is { } own ? Text(own) : Consequence(hazard.HeldLock.Kind);

    private static string Consequence(LockKind kind) => kind switch
    {
        LockKind.Monitor or LockKind.Lock or LockKind.Mutex => Text("Reentrant"),
        LockKind.ReaderWriterLock => Text("Throws"),
        LockKind.Configured => Text("Waits"),
        _ => Text("Hangs"),
    };

    private static string Text(string resource, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Resources.GetString(resource) ?? throw new MissingManifestResourceException(resource), arguments);
}
