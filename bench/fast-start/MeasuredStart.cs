using System.Diagnostics;

namespace DepGraph.Bench.FastStart;

/// <summary>Starts an app once and measures the time from its process start to ready.</summary>
internal static class MeasuredStart
{
    /// <summary>The time in ms.</summary>
    public static double Run(BenchApp app, Mode mode, string hook)
    {
        var (from, to) = mode.PlaysProfile ? (app.IdleProfile, app.Profile) : (app.Profile, app.IdleProfile);
        if (File.Exists(from))
            File.Move(from, to, overwrite: true);
        var start = new ProcessStartInfo("dotnet", [app.Path, .. app.Arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = hook;
        if (mode.LoadsInBackground)
            start.Environment["DEPGRAPH_BENCH_BACKGROUND"] = "1";

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
            if (app.ReadyLine != null && line.Contains(app.ReadyLine))
                break;
        if (app.ReadyLine == null)
            process.WaitForExit();
        var time = clock.Elapsed.TotalMilliseconds;
        if (app.ReadyLine != null)
            process.Kill();
        process.WaitForExit();
        return time;
    }
}
