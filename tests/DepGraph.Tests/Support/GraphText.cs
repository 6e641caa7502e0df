using DepGraph.Graph;

namespace DepGraph.Tests.Support;

/// <summary>
/// Load graphs in short: each line an edge <c>App -> A</c> (evidence <c>load</c>, or named behind it) or a node; the first node named is the app.
/// </summary>
internal static class GraphText
{
    public static LoadGraph Parse(params string[] lines)
    {
        var nodes = new List<string>();
        var edges = new List<Edge>();
        foreach (var line in lines)
        {
            var ends = line.Split(" -> ");
            var target = ends[^1].Split(' ');
            if (ends.Length == 1)
                Node(line);
            else
                edges.Add(new Edge(Node(ends[0]), Node(target[0]), target.Length > 1 ? Enum.Parse<Evidence>(target[1], ignoreCase: true) : Evidence.Load, []));
        }

        return Make(nodes.Select((name, order) => Sample(name, order)), edges);

        int Node(string name)
        {
            if (!nodes.Contains(name))
                nodes.Add(name);
            return nodes.IndexOf(name);
        }
    }

    /// <summary>The same, where all that begins with <c>System.</c> is of one shared framework.</summary>
    public static LoadGraph Framework(params string[] lines)
    {
        var graph = Parse(lines);
        return graph with
        {
            Nodes = [.. graph.Nodes.Select(node => node.Name.StartsWith("System.", StringComparison.Ordinal)
                ? node with { Origin = Origin.Framework, Framework = "Framework" } : node)],
        };
    }

    public static LoadGraph Make(IEnumerable<Node> nodes, IEnumerable<Edge> edges, int root = 0)
    {
        var list = nodes.ToList();
        return new LoadGraph(root < 0 ? "App" : list[root].Name, root, Finished(0), list, edges.ToList(), [], [], []);
    }

    public static Node Sample(string name, int order, double runMs = 0) =>
        new() { Id = name, Name = name, Origin = Origin.App, Order = order, RunMs = runMs };

    public static Run Finished(double readyMs) => new() { Outcome = RunOutcome.Ready, ReadyMs = readyMs, UnattributedMs = 0 };

    public static IEnumerable<string> Names(this LoadSequence sequence) => sequence.Steps.Select(step => step.Name);
}
