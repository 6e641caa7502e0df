using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Review;
using DepGraph.Text;
using DepGraph.Types;

namespace DepGraph.Reports.PlainText;

/// <summary>A graph of code for the terminal: its size, its cycles with what breaks them and where, its sequence where asked for.</summary>
public static class TypeGraphText
{
    private const int MostEdges = 20;

    public static IEnumerable<string> Lines(LoadGraph graph, Grain grain, bool hasSequence)
    {
        var condensation = Condensation.Of(graph);
        var cuts = CycleCut.Of(graph, condensation);
        var (one, many) = grain == Grain.Type ? ("type", "types") : ("namespace", "namespaces");
        yield return $"{OneLine.Of(graph.App)}: {Counted(graph.Nodes.Count, one, many)}, {Counted(graph.Edges.Count, "edge", "edges")}, " +
            Counted(cuts.Count, "cycle", "cycles");
        foreach (var cut in cuts)
        {
            var members = condensation.Components[cut.Component].Members;
            yield return "";
            yield return $"A cycle of {members.Count}: {Sentences.Plain.Names([.. members.Select(node => graph.Nodes[node].Id)])}";
            yield return $"  {OneLine.Of(CutText.Of(graph, cut, text => OneLine.Of(text)), 2000)}";
            foreach (var edge in cut.Edges.Take(MostEdges).Select(edge => graph.Edges[edge]))
            {
                yield return $"  {OneLine.Of(Sentences.EdgeName(graph, edge))}{(edge.Places > 1 ? $" ({edge.Places} places)" : "")}";
                foreach (var frame in edge.Cause)
                    yield return $"     at {OneLine.Of(frame)}";
            }
        }

        if (!hasSequence)
            yield break;
        yield return "";
        foreach (var step in LoadSequence.Of(graph, condensation).Steps)
            yield return step.Members.Count == 1 ? OneLine.Of(step.Name) : $"{OneLine.Of(step.Name)} (a cycle of {step.Members.Count})";
    }

    private static string Counted(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
