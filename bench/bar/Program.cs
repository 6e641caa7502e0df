using DepGraph.Bench.Bar;
using DepGraph.Loading;

// Plays recorded starts: each start of an app once under the recording of every other start of it, so that no bar is driven by
// what it is measured against. The truth is a straight line in time, from the start of the runtime to ready.
var folder = args is [var given, ..] ? given : Path.Combine(FindBench(), "bar", "recordings");
var all = new Comparison();
Console.WriteLine($"{"app",-16} {"starts",6} {"loads",6} {"ready ms",9}   {"mean %",7} {"worst %",7}   {"counting: mean %",16} {"worst %",7}");
foreach (var app in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
{
    var starts = Directory.GetFiles(app, "*.json").Order(StringComparer.Ordinal).Select(Read).ToArray();
    var one = new Comparison();
    foreach (var recorded in starts)
    {
        foreach (var played in starts)
        {
            if (ReferenceEquals(recorded, played))
                continue;
            PlayedStart.Compare(recorded, played, one);
            PlayedStart.Compare(recorded, played, all);
        }
    }
    var ready = starts.Select(start => start.ReadyMs).Order().ElementAt(starts.Length / 2);
    Console.WriteLine($"{Path.GetFileName(app),-16} {starts.Length,6} {starts[0].Timeline.Count,6} {ready,9:0.0}   {one.Bar.Mean,7:0.0} " +
        $"{one.Bar.Worst,7:0.0}   {one.Counting.Mean,16:0.0} {one.Counting.Worst,7:0.0}");
}
Console.WriteLine($"bar: mean {all.Bar.Mean:0.0} % worst {all.Bar.Worst:0.0} % counting {all.Counting.Mean:0.0} %");

static RecordedSequence Read(string path)
{
    using var file = File.OpenRead(path);
    var sequence = LoadSequence.Read(file).Recorded;
    return sequence.Problem == null ? sequence : throw new InvalidDataException($"{path}: {sequence.Problem}");
}

static string FindBench()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "run")))
        folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("bench/run");
    return folder;
}
