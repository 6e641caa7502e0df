using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Waiting;

/// <summary>The ways to let two seconds go by.</summary>
internal static class Waits
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    public static void ForAChild()
    {
        using var child = Process.Start("sleep", "2");
        child.WaitForExit();
    }

    public static void ForAPipe()
    {
        using var child = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 2; echo done"]) { RedirectStandardOutput = true })!;
        child.StandardOutput.ReadToEnd();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Sleeping()
    {
        Thread.Sleep(Long);
        Console.WriteLine("slept");
    }

    public static void ForAThread()
    {
        var thread = new Thread(Sleeping);
        thread.Start();
        thread.Join();
    }

    /// <summary>A thread of its own completes it.</summary>
    public static void ForATask()
    {
        var done = new TaskCompletionSource();
        new Thread(() =>
        {
            Sleeping();
            done.SetResult();
        }).Start();
        done.Task.Wait();
    }

    public static async Task ForAnAnswerAsync(Uri address)
    {
        using var client = new HttpClient();
        await client.GetStringAsync(address);
    }

    public static async Task DelayAsync()
    {
        await Task.Delay(Long);
        Console.WriteLine("waited");
    }

    /// <summary>Two seconds of CPU time, in one loop that is compiled once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Computing()
    {
        var end = Environment.CpuUsage.TotalTime + Long;
        var sum = 0d;
        while (Environment.CpuUsage.TotalTime < end)
        {
            for (var i = 1; i < 1_000_000; i++)
                sum += Math.Sqrt(i);
        }

        Console.WriteLine(sum > 0);
    }
}
