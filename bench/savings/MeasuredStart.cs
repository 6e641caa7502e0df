using System.Diagnostics;
using System.Globalization;

namespace DepGraph.Bench.Savings;

/// <summary>One start of an app.</summary>
/// <param name="Ms">From the start of the process to ready.</param>
/// <param name="MainMs">From the begin of Main to ready, as the app saw it itself.</param>
internal readonly record struct MeasuredStart(double Ms, double MainMs)
{
    private const string Ready = "ready ";

    /// <summary>Starts the app, without a library where one is named, and ends it once it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended without being ready.</exception>
    public static MeasuredStart Of(SwitchedApp app, SwitchedLibrary? without = null, Action<ProcessStartInfo>? prepare = null)
    {
        var start = new ProcessStartInfo(app.Command[0], app.Command[1..]) { RedirectStandardOutput = true };
        start.Environment["SAVINGS_WITHOUT"] = without?.Name ?? "";
        prepare?.Invoke(start);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        double? main = null;
        while (main == null && process.StandardOutput.ReadLine() is { } line)
            main = InMain(line);
        if (app.ReadyAtExit)
            process.WaitForExit();
        var ms = clock.Elapsed.TotalMilliseconds;
        if (!app.ReadyAtExit)
            process.Kill();
        process.WaitForExit();
        return new(ms, main ?? throw new InvalidOperationException($"{app.Name} without {without?.Name ?? "nothing"} was never ready."));
    }

    /// <summary>The time in Main where the line says that the app is ready.</summary>
    public static double? InMain(string line) =>
        line.StartsWith(Ready, StringComparison.Ordinal) ? double.Parse(line.AsSpan(Ready.Length), CultureInfo.InvariantCulture) : null;
}
