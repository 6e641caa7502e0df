using System.Text.Json;

namespace DepGraph.Bench.Savings;

/// <summary>A range a recording tells.</summary>
internal readonly record struct ToldRange(double Low, double High)
{
    /// <summary>Its width as a share of its middle.</summary>
    public double Width => High > Low ? (High - Low) / ((Low + High) / 2) : 0;

    public static ToldRange Read(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    /// <summary>Whether what was really saved lies in it, when it is widened by the measurement's own uncertainty.</summary>
    public bool Holds(MedianInterval saved) => Low <= saved.High && saved.Low <= High;

    /// <summary>Whether the number lies in it.</summary>
    public bool Holds(int saved) => Low <= saved && saved <= High;

    public override string ToString() => $"{Low:0.#} to {High:0.#}";
}
