using System.Diagnostics;
using DepGraph.Bench.FastStart;

// Each round starts an app once in every mode, one after the other, and compares each mode with the plain start of the same round.
// The bench's work is machine time, so rounds are what to turn down: bench/run fast-start 10.
var rounds = args is [var given, ..] ? int.Parse(given) : 30;
var repository = FindRepository();
var work = Directory.CreateDirectory(Path.Combine(repository, "artifacts", "fast-start")).FullName;
var hook = Path.Combine(repository, "bench/fast-start-hook/bin/Release/net8.0/DepGraph.Bench.Hook.dll");
var best = new List<double>();
Console.WriteLine($"{"app",-16} {"plain ms",9}   " + string.Join("   ", Mode.All.Skip(1).Select(mode => $"{mode.Name,-22}")) +
    "   (median change of time to ready, middle half of the rounds)");
foreach (var app in new BenchApps(repository, work).All())
{
    Record(app);
    foreach (var mode in Mode.All)
        MeasuredStart.Run(app, mode, hook); // the file cache is warm from here on
    var times = Mode.All.ToDictionary(mode => mode, _ => new List<double>());
    for (var round = 0; round < rounds; round++)
        foreach (var mode in Mode.All.Skip(round % Mode.All.Length).Concat(Mode.All.Take(round % Mode.All.Length)))
            times[mode].Add(MeasuredStart.Run(app, mode, hook));

    var plain = times[Mode.Plain];
    var changes = Mode.All.Skip(1).Select(mode => times[mode].Select((time, i) => (time / plain[i] - 1) * 100).Order().ToArray()).ToArray();
    Console.WriteLine($"{app.Name,-16} {Quantile([.. plain.Order()], 0.5),9:0}   " + string.Join("   ", changes.Select(change =>
        $"{Quantile(change, 0.5),6:+0.0;-0.0} % ({Quantile(change, 0.25):+0;-0} to {Quantile(change, 0.75):+0;-0})".PadRight(22))));
    best.Add(Quantile(changes[0], 0.5));
}
Console.WriteLine($"fast-start: median {Quantile([.. best.Order()], 0.5):+0.0;-0.0} % over {best.Count} apps, {rounds} paired starts each");

// One recording gives the load sequence and the startup profile.
void Record(BenchApp app)
{
    var output = Path.Combine(work, "recorded");
    var tool = Path.Combine(repository, "src/DepGraph.Tool/bin/Release/net8.0/depgraph.dll");
    using var process = Process.Start(new ProcessStartInfo("dotnet",
        [tool, "record", "--formats", "loadsequence", "-o", output, "--startup-profile", app.IdleProfile, "--", "dotnet", app.Path, .. app.Arguments])
    { RedirectStandardOutput = true })!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    File.Move(Path.Combine(output, Path.GetFileName(app.Sequence)), app.Sequence, overwrite: true);
    if (!File.Exists(app.IdleProfile))
        throw new InvalidOperationException($"{app.Name} left no startup profile.");
}

static double Quantile(double[] sorted, double part) => sorted[(int)((sorted.Length - 1) * part)];

static string FindRepository()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "DepGraph.sln")))
        folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("DepGraph.sln");
    return folder;
}
