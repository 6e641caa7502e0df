using System.Diagnostics;
using System.Globalization;

namespace DepGraph.Bench.Savings;

/// <summary>Which library an app does without this time, and how long its start took as it saw it itself.</summary>
internal static class SwitchedStart
{
    private static readonly long Begin = Stopwatch.GetTimestamp();
    private static readonly string? Without = Environment.GetEnvironmentVariable("SAVINGS_WITHOUT");

    /// <summary>What a library is called for stands in a method of its own that is not inlined: left out, nothing of it is loaded.</summary>
    public static bool With(string library) => library != Without;

    /// <summary>Says that the app is ready, and how many ms ago Main began.</summary>
    public static void Ready() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"ready {Stopwatch.GetElapsedTime(Begin).TotalMilliseconds:0.0}"));
}
