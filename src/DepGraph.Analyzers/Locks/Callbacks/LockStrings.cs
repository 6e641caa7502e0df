using System.Globalization;
using System.Resources;
using DepGraph.Analyzers.Locks.Held;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>The texts of DG1002 and DG1003.</summary>
internal static class LockStrings
{
    private static readonly ResourceManager Resources = new(typeof(LockStrings).FullName!, typeof(LockStrings).Assembly);

    public static LocalizableString Localized(string name) => new LocalizableResourceString(name, Resources, typeof(LockStrings));

    public static string Event(string name) => Text(nameof(Event), name);

    public static string Delegate(string name) => Text(nameof(Delegate), name);

    public static string Interface(IMethodSymbol method) => Text(nameof(Interface), NameOf(method));

    public static string Virtual(IMethodSymbol method) => Text(nameof(Virtual), NameOf(method));

    public static string Cancel(string name) => Text(nameof(Cancel), name);

    public static string Complete(string name) => Text(nameof(Complete), name);

    public static string Reflect(string name) => Text(nameof(Reflect), name);

    public static string Yield() => Text(nameof(Yield));

    public static string Format(string name) => Text(nameof(Format), name);

    public static string Enumerate(string name) => Text(nameof(Enumerate), name);

    public static string Dispose(string name) => Text(nameof(Dispose), name);

    public static string Lambda() => Text(nameof(Lambda));

    public static string Through(CallPath? path) => path is null ? "" : Text(nameof(Through), path);

    /// <summary>The lock's type and name.</summary>
    public static string Held(HeldLock held) => Text("Held" + held.Kind, held.Name);

    /// <summary>What happens when the callback, or a thread it waits for, wants the same lock.</summary>
    public static string Consequence(LockKind kind) => kind switch
    {
        LockKind.Monitor or LockKind.Lock or LockKind.Mutex => Text("Reentrant"),
        LockKind.ReaderWriterLock => Text("Throws"),
        LockKind.Configured => Text("Waits"),
        _ => Text("Hangs"),
    };

    private static string NameOf(IMethodSymbol method)
        => (method.AssociatedSymbol?.ContainingType ?? method.ContainingType).Name + "." + (method.AssociatedSymbol?.Name ?? method.Name);

    private static string Text(string resource, params object[] arguments)
        => string.Format(CultureInfo.InvariantCulture, Localized(resource).ToString(), arguments);
}
