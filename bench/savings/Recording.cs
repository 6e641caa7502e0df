using System.Diagnostics;
using System.Text.Json;

namespace DepGraph.Bench.Savings;

/// <summary>A recording of an app, as a user makes it.</summary>
/// <param name="ReadyMs">The told time to ready.</param>
/// <param name="MainMs">From the begin of Main to ready, as the app saw it itself.</param>
/// <param name="Told">What it tells of each library whose edge it knows.</param>
/// <param name="Assemblies">What was loaded, by simple name.</param>
internal sealed record Recording(double ReadyMs, double MainMs, IReadOnlyDictionary<string, ToldSaving> Told, IReadOnlyCollection<string> Assemblies)
{
    private const int Beside = 3;

    /// <summary>
    /// A recording that is judged by what was measured before, its times taken to the speed the machine had then: it may be slower now, or faster, and plain
    /// starts before and behind the recording say by how much.
    /// </summary>
    /// <param name="truth">What was measured.</param>
    /// <param name="runs">How often the app is started for it.</param>
    public static Recording ToJudge(SwitchedApp app, AppTruth truth, int runs)
    {
        var before = Starts(app);
        var recording = Of(app, runs);
        var slower = MedianInterval.Of([.. before, .. Starts(app)]).Median / MedianInterval.Of(truth.PlainMs).Median;
        return recording with
        {
            ReadyMs = recording.ReadyMs / slower,
            Told = recording.Told.ToDictionary(told => told.Key, told => told.Value with { Ms = new(told.Value.Ms.Low / slower, told.Value.Ms.High / slower) }),
        };
    }

    /// <summary>Records the app.</summary>
    /// <param name="runs">How often it is started for the one recording.</param>
    /// <param name="without">The library it does without.</param>
    /// <exception cref="InvalidOperationException">Nothing was recorded.</exception>
    public static Recording Of(SwitchedApp app, int runs = 1, SwitchedLibrary? without = null)
    {
        var output = Directory.CreateDirectory(Path.Combine(Repository.Folder, "artifacts/savings", app.Name)).FullName;
        var tool = Path.Combine(Repository.Folder, "src/DepGraph.Tool/bin/Release/net8.0/depgraph.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [tool, "record", "--formats", "json", "--runs", $"{runs}", "-o", output, "-e", $"SAVINGS_WITHOUT={without?.Name}", "--", .. app.Command])
        { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(said);
        var main = File.ReadLines(Path.Combine(output, app.Name + ".log")).Select(MeasuredStart.InMain).First(ms => ms != null)!.Value;
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, app.Name + ".depgraph.json")));
        var graph = json.RootElement;
        var names = graph.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!).ToHashSet();
        return new(graph.GetProperty("run").GetProperty("readyMs").GetDouble(), main, ToldSaving.Read(graph, app), names);
    }

    private static double[] Starts(SwitchedApp app) => [.. Enumerable.Range(0, Beside).Select(_ => MeasuredStart.Of(app).Ms)];
}
