using System.Globalization;
using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Reports.Drawing;

/// <summary>What the colour of a drawing's nodes means.</summary>
/// <param name="Title">Heading of the legend.</param>
/// <param name="Shares">By folded node its share of the whole, 0 to 1.</param>
/// <param name="Labels">By folded node what is written under its name.</param>
public sealed record DrawnCost(string Title, IReadOnlyList<double> Shares, IReadOnlyList<string> Labels)
{
    /// <summary>The cost in ms, as a share of the time that was not spent waiting. It differs from run to run, so it is for SVG only.</summary>
    public static DrawnCost Times(LoadGraph graph, FoldedGraph folded)
    {
        var costs = folded.Nodes.Select(node => node.Members.Sum(member => graph.Nodes[member].CostMs)).ToList();
        var waiting = graph.Run.WaitingMs;
        var title = waiting > 0 ? $"share of the time to ready without {Milliseconds.Of(waiting)} of waiting" : "share of the time to ready";
        return new DrawnCost(title, SharesOf(costs, graph.Run.ReadyMs - waiting), costs.ConvertAll(Milliseconds.Of));
    }

    /// <summary>
    /// How many assemblies startup loaded on behalf of a node, itself among them: its loads and theirs. It is the same in every
    /// run that loads the same, so it is what the DOT files are coloured by.
    /// </summary>
    public static DrawnCost Loads(LoadGraph graph, FoldedGraph folded)
    {
        var loader = LoadTree.RequestersOf(graph);
        var drawnAs = new int[graph.Nodes.Count];
        Array.Fill(drawnAs, -1);
        for (var index = 0; index < folded.Nodes.Count; index++)
        {
            foreach (var member in folded.Nodes[index].Members)
                drawnAs[member] = index;
        }

        // Who loaded a node was there before it, so each walk up ends.
        var counts = new double[folded.Nodes.Count];
        for (var node = 0; node < loader.Length; node++)
        {
            var counted = new HashSet<int> { -1 };
            for (var on = node; on >= 0; on = loader[on])
            {
                if (counted.Add(drawnAs[on]))
                    counts[drawnAs[on]]++;
            }
        }

        return new DrawnCost("share of all loads, its own and those on its behalf", SharesOf(counts, graph.Nodes.Count),
            Array.ConvertAll(counts, count => count == 1 ? "" : $"{count:F0} loads"));
    }

    private static double[] SharesOf(IReadOnlyList<double> parts, double whole) =>
        parts.Select(part => whole > 0 ? Math.Clamp(part / whole, 0, 1) : 0).ToArray();
}
