using System.Diagnostics;
using System.Globalization;
using System.Text;
using DepGraph.Bench.SequenceReader;
using DepGraph.Loading;

// What reading a load sequence costs a cold process: DepGraph.Loading's own reader against the two in-box ones, which make the same
// objects of the same text. Each round starts a fresh process for each reader, in turn; what is measured is from the first call to the
// last object, in the process itself. bench/run sequence-reader [FILE [ROUNDS]]
const string own = "own", utf8 = "Utf8JsonReader", factory = "JsonReaderWriterFactory";
string[] readers = [own, utf8, factory];

if (args is ["read", var reader, var path])
{
    var bytes = File.ReadAllBytes(path);
    var begin = Stopwatch.GetTimestamp();
    var value = reader switch
    {
        own => JsonReader.Parse(Encoding.UTF8.GetString(bytes)),
        utf8 => WithUtf8JsonReader.Parse(bytes),
        _ => WithReaderFactory.Parse(bytes),
    };
    var ms = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    var steps = ((List<object?>)((Dictionary<string, object?>)value!)["sequence"]!).Count;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ms} {steps}"));
    return;
}

var file = args.Length > 0 ? Path.GetFullPath(args[0]) : Path.Combine(Repository(), "bench/bar/recordings/shop/1.json");
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30;
var times = readers.ToDictionary(name => name, _ => new List<double>());
var count = 0;
foreach (var name in readers)
    Cold(name); // the file cache is warm from here on
for (var round = 0; round < rounds; round++)
{
    for (var i = 0; i < readers.Length; i++)
    {
        var name = readers[(round + i) % readers.Length];
        times[name].Add(Cold(name));
    }
}

Console.WriteLine($"{Path.GetFileName(file)}, {count} steps, {rounds} cold processes each; ms, median, middle half in brackets; the ratio to the own " +
    $"reader pair by pair");
foreach (var name in readers)
{
    var sorted = times[name].Order().ToArray();
    var ratios = times[name].Zip(times[own], (time, base_) => time / base_).Order().ToArray();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-24} {Quantile(sorted, 0.5),6:F1} ({Quantile(sorted, 0.25):F1} to {Quantile(sorted, 0.75):F1})   {Quantile(ratios, 0.5):F2} times"));
}

double Cold(string name)
{
    using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["read", name, file]) { RedirectStandardOutput = true })!;
    var answer = process.StandardOutput.ReadToEnd().Split(' ');
    process.WaitForExit();
    count = int.Parse(answer[1], CultureInfo.InvariantCulture);
    return double.Parse(answer[0], CultureInfo.InvariantCulture);
}

static double Quantile(double[] sorted, double part) => sorted[(int)((sorted.Length - 1) * part)];

static string Repository()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "DepGraph.sln")))
        folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("DepGraph.sln");
    return folder;
}
