namespace DepGraph.Graph;

/// <summary>
/// Which edges say that one assembly cannot be without the other. Those close cycles. A framework looks the app and its parts
/// up by name (hosting startups, user secrets, application parts) and needs nothing of them, and a mere reference between two
/// assemblies of shared frameworks is often never followed: neither closes a cycle.
/// </summary>
public static class Need
{
    /// <summary>True when a cycle may run through the edge.</summary>
    public static bool ClosesCycles(LoadGraph graph, Edge edge) => edge.Evidence switch
    {
        Evidence.Lookup => false,
        Evidence.Reference => graph.Nodes[edge.From].Origin != Origin.Framework || graph.Nodes[edge.To].Origin != Origin.Framework,
        _ => true,
    };
}
