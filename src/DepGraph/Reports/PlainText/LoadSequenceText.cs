using System.Globalization;
using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Reports.PlainText;

/// <summary>Writes <c>App.loadsequence.txt</c>: a line a step, the cost and the name; a merged cycle with its members behind it.</summary>
public static class LoadSequenceText
{
    /// <summary>The lines, without line ends. Costs are in ms with two decimals, or whole numbers of members where no times were recorded.</summary>
    public static IEnumerable<string> Lines(LoadGraph graph, LoadSequence sequence)
    {
        var costs = sequence.Steps.Select(step => step.CostMs.ToString(sequence.HasTimes ? "F2" : "F0", CultureInfo.InvariantCulture)).ToList();
        var width = costs.Select(cost => cost.Length).DefaultIfEmpty().Max();
        return sequence.Steps.Zip(costs, (step, cost) => $"{cost.PadLeft(width)} {Label(graph, step)}");
    }

    private static string Label(LoadGraph graph, Step step)
    {
        var name = OneLine.Of(step.Name);
        return step.Members.Count == 1 ? name : $"{name} ({string.Join(", ", step.Members.Select(node => OneLine.Of(graph.Nodes[node].Id)))})";
    }
}
