using System.Globalization;
using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Startup;
using DepGraph.Bench.Keystroke;
using Microsoft.CodeAnalysis.Diagnostics;

// How long a keystroke in a large file of a public project keeps the rules busy. Each round types a character into another method body and asks
// for the file's diagnostics, as an editor does, once for each analyzer, in turn: what the one that does nothing takes is the floor.
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: bench/run keystroke FILE...; each a file of a project that is checked out and restored, see bench/keystroke/README.md");
    return 2;
}

const int warmUp = 3;
const int rounds = 11;
(string Name, DiagnosticAnalyzer Analyzer)[] rules =
    [("floor", new FloorAnalyzer()), ("DG1001", new LoopClosureAnalyzer()), ("DG1002 & co", new LockHeldDuringCallbackAnalyzer())];
var startupCosts = new StartupCostAnalyzer();
var (mostOfLarge, mostOfHuge) = (0.0, 0.0);
foreach (var file in args)
{
    var typist = new Typist(file);
    var times = rules.ToDictionary(rule => rule.Name, _ => new List<double>());
    for (var round = -warmUp; round < rounds; round++)
    {
        var typed = typist.Type();
        for (var turn = 0; turn < rules.Length; turn++)
        {
            var (name, analyzer) = rules[(round + warmUp + turn) % rules.Length];
            var time = await typed.TimeOf(analyzer);
            if (round >= 0)
                times[name].Add(time);
        }
    }

    var startup = new List<double>();
    var startupFloor = new List<double>();
    for (var round = -warmUp; round < rounds; round++)
    {
        var typed = typist.Type();
        var (floorTime, time) = (await typed.TimeOfStartupCosts(rules[0].Analyzer), await typed.TimeOfStartupCosts(startupCosts));
        if (round >= 0)
        {
            startupFloor.Add(floorTime);
            startup.Add(time);
        }
    }

    var floor = Spread.Of(times["floor"]).Median;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{Path.GetFileName(file)}: {typist.Lines} lines, in a project of {typist.Files} files, {typist.Projects} projects in all"));
    foreach (var (name, _) in rules)
    {
        var spread = Spread.Of(times[name]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-12} {spread.Median,5:F0} ms ({spread.Least:F0} to {spread.Most:F0}), above the floor {spread.Median - floor,4:F0} ms"));
    }

    var costs = Spread.Of(startup);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {"DG2001",-12} {costs.Median,5:F1} ms ({costs.Least:F1} to {costs.Most:F1}), above its floor " +
            $"{costs.Median - Spread.Of(startupFloor).Median:F1} ms"));
    var above = Spread.Of(times["DG1002 & co"]).Median - floor;
    if (typist.Lines < 5000)
        mostOfLarge = Math.Max(mostOfLarge, above);
    else
        mostOfHuge = Math.Max(mostOfHuge, above);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"keystroke: DG1002 & co at most {mostOfLarge:F0} ms above the floor, {mostOfHuge:F0} ms in files of more than 5,000 lines"));
return 0;
