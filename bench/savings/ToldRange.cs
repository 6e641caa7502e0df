using System.Text.Json;

namespace DepGraph.Bench.Savings;

/// <summary>What a recording says that is saved when an edge goes, in ms.</summary>
internal readonly record struct ToldRange(double Low, double High)
{
    public double Middle => (Low + High) / 2;

    /// <summary>The told ranges of the app's libraries, by their names, of those whose edge from the app has one.</summary>
    public static IReadOnlyDictionary<string, ToldRange> Read(JsonElement graph, SwitchedApp app)
    {
        var told = new Dictionary<string, ToldRange>();
        if (!graph.TryGetProperty("retained", out var edges))
            return told;
        foreach (var edge in edges.EnumerateArray().Where(edge => edge.GetProperty("from").GetString() == app.Name))
            if (app.Libraries.FirstOrDefault(library => library.Assembly == edge.GetProperty("to").GetString()) is { } cut)
                told[cut.Name] = new(edge.GetProperty("ms")[0].GetDouble(), edge.GetProperty("ms")[1].GetDouble());
        return told;
    }

    /// <summary>Whether what was really saved lies in it, when it is widened by the measurement's own uncertainty.</summary>
    public bool Holds(MedianInterval saved) => Low <= saved.High && saved.Low <= High;
}
