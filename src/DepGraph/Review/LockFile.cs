using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Review;

/// <summary>
/// What of a startup is stable between runs and machines: the committed side of a review. Assemblies
/// made in memory are not part of it, and no times are.
/// </summary>
/// <param name="App">Simple name of the entry assembly.</param>
/// <param name="Assemblies">By <see cref="Node.Id"/>: the version as major.minor, or the empty string when there is none.</param>
/// <param name="Loads">By <see cref="Node.Id"/>: the assemblies its requests loaded, in ordinal order.</param>
/// <param name="Cycles">The components of more than one assembly: members in ordinal order, components by their first.</param>
/// <param name="Steps">The load sequence: names of the components, leaves first.</param>
public sealed record LockFile(
    string App,
    IReadOnlyDictionary<string, string> Assemblies,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Loads,
    IReadOnlyList<IReadOnlyList<string>> Cycles,
    IReadOnlyList<string> Steps)
{
    /// <summary>The usual file name, beside the project file.</summary>
    public const string FileName = "depgraph.lock.json";

    /// <summary>Takes what is stable from a graph.</summary>
    public static LockFile Of(LoadGraph graph) => Of(graph, LoadSequence.Of(graph));

    /// <param name="graph">The graph.</param>
    /// <param name="sequence">Its load sequence, where that is known already.</param>
    public static LockFile Of(LoadGraph graph, LoadSequence sequence) => new(
        graph.App,
        new SortedDictionary<string,
            string>(graph.Nodes.Where(IsStable).ToDictionary(node => node.Id, node => MajorMinor(node.Version)), StringComparer.Ordinal),
        LoadsOf(graph),
        sequence.Steps.Select(step => Names(graph, step.Members)).Where(names => names.Count > 1)
            .OrderBy(names => names[0], StringComparer.Ordinal).ToArray(),
        sequence.Steps.Select(step => step.Members.Select(node => graph.Nodes[node]).FirstOrDefault(IsStable)?.Id)
            .OfType<string>().ToArray());

    private static bool IsStable(Node node) => node.Origin != Origin.Memory;

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> LoadsOf(LoadGraph graph)
    {
        var loads = graph.Edges
            .Where(edge => edge.Evidence == Evidence.Load && IsStable(graph.Nodes[edge.From]) && IsStable(graph.Nodes[edge.To]))
            .GroupBy(edge => graph.Nodes[edge.From].Id, edge => edge.To)
            .ToDictionary(group => group.Key, group => Names(graph, group));
        return new SortedDictionary<string, IReadOnlyList<string>>(loads, StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Names(LoadGraph graph, IEnumerable<int> nodes) =>
        nodes.Select(node => graph.Nodes[node]).Where(IsStable).Select(node => node.Id).Order(StringComparer.Ordinal).ToArray();

    private static string MajorMinor(string? version) =>
        System.Version.TryParse(version, out var parsed) ? $"{parsed.Major}.{parsed.Minor}" : version ?? "";
}
