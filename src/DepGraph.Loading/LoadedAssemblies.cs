using System;
using System.Collections.Generic;
using System.Reflection;

namespace DepGraph.Loading;

/// <summary>The assemblies that are loaded now.</summary>
internal static class LoadedAssemblies
{
    public static Dictionary<string, Assembly> ByName()
    {
        var assemblies = new Dictionary<string, Assembly>(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            assemblies[SimpleName(assembly)] = assembly;
        return assemblies;
    }

    /// <summary>The simple name, without the cost of an <see cref="AssemblyName"/>.</summary>
    public static string SimpleName(Assembly assembly)
    {
        var name = assembly.FullName ?? "";
        var comma = name.IndexOf(',');
        return comma < 0 ? name : name.Substring(0, comma);
    }
}
