using System.Diagnostics;
using System.Globalization;
using DepGraph.Graph;

// The graph core on a million nodes and five million edges between random ones. What it costs is memory that is not in the cache, so
// beside it stands the time to go once from node to node in random order through an array of the same size: no search that visits
// all nodes can be faster. Processor time, the best of several rounds, as what else the machine does can only add to it.
const int nodes = 1_000_000;
const int edges = 5_000_000;
const int rounds = 10;

var random = new Random(20261120);
var (from, to) = (new int[edges], new int[edges]);
for (var i = 0; i < edges; i++)
    (from[i], to[i]) = (random.Next(nodes), random.Next(nodes));

CompressedSparseRows? graph = null;
int[] component = [];
var tour = Tour();
var rows = Best(() => graph = new CompressedSparseRows(nodes, from, to));
var components = Best(() => component = StronglyConnectedComponents.Find(graph!));
var walk = Best(() =>
{
    long at = 0;
    for (var step = 0; step < nodes; step++)
        at = tour[at];
    if (at != 0)
        throw new InvalidOperationException("The tour must end where it began.");
});

var load = MakeGraph();
var begin = Stopwatch.GetTimestamp();
var sequence = LoadSequence.Of(load);
var all = Stopwatch.GetElapsedTime(begin).TotalSeconds;

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"rows {rows:F3} s, components {components:F3} s ({component.Max() + 1} of them), the walk {walk:F3} s"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from load graph to load sequence {all:F2} s ({sequence.Steps.Count} steps)"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"graph: {rows + components:F3} s for rows and components, {(rows + components) / walk:F1} times the walk"));

static double Best(Action action) => Enumerable.Range(0, rounds).Min(_ =>
{
    var before = Environment.CpuUsage.UserTime;
    action();
    return (Environment.CpuUsage.UserTime - before).TotalSeconds;
});

// Sattolo's shuffle: one cycle through all nodes.
long[] Tour()
{
    var next = Enumerable.Range(0, nodes).Select(i => (long)i).ToArray();
    for (var i = nodes - 1; i > 0; i--)
    {
        var j = random.Next(i);
        (next[i], next[j]) = (next[j], next[i]);
    }

    return next;
}

LoadGraph MakeGraph() => new(
    "N", 0, new Run { Outcome = RunOutcome.Ready, ReadyMs = 0, UnattributedMs = 0 },
    Enumerable.Range(0, nodes).Select(i => new Node { Id = "N", Name = "N", Origin = Origin.App, Order = i }).ToArray(),
    from.Zip(to, (a, b) => new Edge(a, b, Evidence.Load, [])).ToArray(), [], [], []);
