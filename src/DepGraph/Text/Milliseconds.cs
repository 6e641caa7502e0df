using System.Globalization;

namespace DepGraph.Text;

/// <summary>A time as people read it, in every report and on every terminal: with one decimal below 100 ms, whole above.</summary>
public static class Milliseconds
{
    /// <summary>For example <c>4.2 ms</c>, <c>42.1 ms</c>, <c>421 ms</c>.</summary>
    public static string Of(double ms) => $"{Number(ms)} ms";

    /// <summary>The same without its unit.</summary>
    public static string Number(double ms) => ms.ToString(Math.Abs(ms) < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
