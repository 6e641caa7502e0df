// What finding lines of source adds to a recording: one built app, samples/Shop by default, with its symbols and without them,
// recorded in turns by the command. Medians in ms, and the 95 % interval of the median of the paired differences.
using System.Diagnostics;
using System.Globalization;
using DepGraph.Review;

var pairs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20;
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "DepGraph.sln")))
    root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("DepGraph.sln");
var app = args.Length > 1 ? args[1] : Path.Combine(root, "samples/Shop/bin/Debug/net10.0/Shop.dll");
var folder = Directory.CreateTempSubdirectory("depgraph-lines-").FullName;
try
{
    var (with, without) = (Copy("with", hasSymbols: true), Copy("without", hasSymbols: false));
    double[] Pair() => [Recorded(with), Recorded(without)];
    Pair();
    var both = Enumerable.Range(0, pairs).Select(i => i % 2 == 0 ? Pair() : [.. new[] { Recorded(without), Recorded(with) }.Reverse()]).ToList();
    var adds = MedianInterval.Of([.. both.Select(pair => pair[0] - pair[1])]);
    var plain = MedianInterval.Of([.. both.Select(pair => pair[1])]).Median;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"lines: {pairs} pairs, a recording without symbols takes {plain:0} ms; with them {adds.Median:0} ms more ({adds.Low:0} to {adds.High:0})"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

string Copy(string name, bool hasSymbols)
{
    var copy = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
    var from = Path.GetDirectoryName(Path.GetFullPath(app))!;
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var to = Path.Combine(copy, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (hasSymbols || !file.EndsWith(".pdb", StringComparison.Ordinal))
            File.Copy(file, to);
    }

    return Path.Combine(copy, Path.GetFileName(app));
}

double Recorded(string dll)
{
    var tool = Path.Combine(root, "src/DepGraph.Tool/bin/Release/net8.0/depgraph.dll");
    var clock = Stopwatch.StartNew();
    string[] command = [tool, "record", "--formats", "json,causes", "-o", Path.Combine(folder, "reports"), "--", "dotnet", dll];
    using var process = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true })!;
    var said = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException(said);
}
