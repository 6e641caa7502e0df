using DepGraph.Graph;

namespace DepGraph.Recording.Tests.Support;

/// <summary>What tests ask a graph.</summary>
internal static class GraphAnswers
{
    public static Node Node(this LoadGraph graph, string id) => graph.Nodes.Single(n => n.Id == id);

    public static Edge? Edge(this LoadGraph graph, string from, string to) =>
        graph.Edges.SingleOrDefault(e => graph.Nodes[e.From].Id == from && graph.Nodes[e.To].Id == to);

    /// <summary>The members of each component with more than one.</summary>
    public static IEnumerable<IEnumerable<string>> Cycles(this LoadGraph graph) =>
        Condensation.Of(graph).Components.Where(c => c.Members.Count > 1).Select(c => c.Members.Select(m => graph.Nodes[m].Id));
}
