using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>Finds the node a display name means. The same name in two AssemblyLoadContexts is two nodes.</summary>
internal sealed class NodeIndex
{
    private readonly Dictionary<(string Key, string Context), int> _byContext = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);

    public NodeIndex(StartupEvents startup)
    {
        for (var i = 0; i < startup.Loads.Count; i++)
        {
            var load = startup.Loads[i];
            _byContext.TryAdd((Key(load.FullName), load.Context ?? ""), i);
            _byName.TryAdd(Key(load.FullName), i);
        }
    }

    /// <summary>The node for the name as seen from a context: there, else in the default context, else anywhere; -1 when there is none.</summary>
    public int Find(string fullName, string? context)
    {
        var key = Key(fullName);
        if (_byContext.TryGetValue((key, context ?? ""), out var inContext))
            return inContext;
        if (_byContext.TryGetValue((key, ""), out var inDefault))
            return inDefault;
        return _byName.GetValueOrDefault(key, -1);
    }

    /// <summary>The simple name, with the culture where it is a satellite.</summary>
    public static string NameWithCulture(string fullName)
    {
        var culture = AssemblyNames.Part(fullName, "Culture");
        var name = AssemblyNames.Simple(fullName);
        return culture is null or "" or "neutral" ? name : $"{name}/{culture}";
    }

    private static string Key(string fullName) => NameWithCulture(fullName).ToUpperInvariant();
}
