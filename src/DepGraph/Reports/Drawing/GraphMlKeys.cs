namespace DepGraph.Reports.Drawing;

/// <summary>
/// What <c>App.graphml</c> says of the graph, its nodes and its edges, each with its type. A key's id is its name, as QuikGraph goes by the one and the
/// others by the other; so no name is of two things.
/// </summary>
internal static class GraphMlKeys
{
    public static IReadOnlyList<GraphMlKey> All { get; } =
    [
        new("graph", "app", "string"),
        new("graph", "runtime", "string"),
        new("graph", "platform", "string"),
        new("graph", "readyMs", "double"),
        new("graph", "waitingMs", "double"),
        new("graph", "unattributedMs", "double"),
        new("node", "label", "string"),
        new("node", "name", "string"),
        new("node", "kind", "string"),
        new("node", "origin", "string"),
        new("node", "framework", "string"),
        new("node", "version", "string"),
        new("node", "context", "string"),
        new("node", "facade", "boolean"),
        new("node", "order", "int"),
        new("node", "step", "int"),
        new("node", "cycle", "string"),
        new("node", "atMs", "double"),
        new("node", "costMs", "double"),
        new("node", "compileMs", "double"),
        new("node", "waitsMs", "double"),
        new("node", "retainedLow", "int"),
        new("node", "retainedHigh", "int"),
        new("node", "retainedMsLow", "double"),
        new("node", "retainedMsHigh", "double"),
        new("node", "loadedBy", "string"),
        new("edge", "evidence", "string"),
        new("edge", "closesCycle", "boolean"),
        new("edge", "savesLow", "int"),
        new("edge", "savesHigh", "int"),
        new("edge", "savesMsLow", "double"),
        new("edge", "savesMsHigh", "double"),
        new("edge", "cause", "string"),
    ];
}

/// <summary>One thing that is said.</summary>
/// <param name="Of">Of what: <c>graph</c>, <c>node</c> or <c>edge</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">A type of GraphML.</param>
internal sealed record GraphMlKey(string Of, string Name, string Type);
