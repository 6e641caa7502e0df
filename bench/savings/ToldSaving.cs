using System.Text.Json;

namespace DepGraph.Bench.Savings;

/// <summary>What a recording says that is saved when an edge goes.</summary>
internal sealed record ToldSaving(ToldRange Ms, ToldRange Assemblies)
{
    /// <summary>What is told of the app's libraries, by their names, of those whose edge from the app is told of.</summary>
    public static IReadOnlyDictionary<string, ToldSaving> Read(JsonElement graph, SwitchedApp app)
    {
        var told = new Dictionary<string, ToldSaving>();
        if (!graph.TryGetProperty("retained", out var edges))
            return told;
        foreach (var edge in edges.EnumerateArray().Where(edge => edge.TryGetProperty("from", out var from) && from.GetString() == app.Name))
            if (app.Libraries.FirstOrDefault(library => library.Assembly == edge.GetProperty("to").GetString()) is { } cut)
                told[cut.Name] = new(ToldRange.Read(edge.GetProperty("ms")), ToldRange.Read(edge.GetProperty("assemblies")));
        return told;
    }
}
