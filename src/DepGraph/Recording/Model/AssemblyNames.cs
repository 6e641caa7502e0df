namespace DepGraph.Recording.Model;

/// <summary>Takes apart the names the runtime reports.</summary>
internal static class AssemblyNames
{
    private const string CoreLib = "System.Private.CoreLib";

    /// <summary>The simple name of a display name, with file names for the paths in it.</summary>
    public static string Simple(string fullName)
    {
        var comma = fullName.IndexOf(',');
        return RootedPaths.ToFileNames((comma < 0 ? fullName : fullName[..comma]).Trim());
    }

    /// <summary>The value of a part of a display name (<c>Version</c>, <c>Culture</c>), or null.</summary>
    public static string? Part(string fullName, string part)
    {
        foreach (var piece in fullName.Split(','))
        {
            var trimmed = piece.Trim();
            if (trimmed.StartsWith(part + "=", StringComparison.OrdinalIgnoreCase))
                return trimmed[(part.Length + 1)..];
        }

        return null;
    }

    public static bool IsCoreLib(string simpleName) => simpleName.Equals(CoreLib, StringComparison.OrdinalIgnoreCase);

    /// <summary>An AssemblyLoadContext as the runtime prints it (<c>"Plugins" Type #3</c>); null for the default one.</summary>
    public static string? Context(string reported) => reported is "" or "Default" ? null : reported;

    /// <summary>
    /// The name of a <see cref="Context"/>, else its type; without the running number, and with file names for the paths that hosts and the runtime
    /// (<c>Assembly.LoadFile(PATH)</c>) name contexts after.
    /// </summary>
    public static string? ContextName(string? context)
    {
        if (context is null)
            return null;
        var hash = context.LastIndexOf(" #", StringComparison.Ordinal);
        var text = hash < 0 ? context : context[..hash];
        var closing = text.StartsWith('"') ? text.LastIndexOf('"') : -1;
        var name = closing > 1 ? text[1..closing] : text[(closing + 1)..].Trim();
        return RootedPaths.ToFileNames(name);
    }
}
