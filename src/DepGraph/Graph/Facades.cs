namespace DepGraph.Graph;

/// <summary>Facades hold nothing but type forwards: who needs one needs what is behind it.</summary>
public static class Facades
{
    /// <summary>Leaves nodes out of the edges by joining what comes in with what goes out: <c>A -> facade -> B</c> becomes <c>A -> B</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="isPassed">Which nodes to leave out.</param>
    /// <returns>The other edges as they are, and the joined ones with the weaker evidence of the two; a pair may occur more than once.</returns>
    public static List<Edge> PassThrough(LoadGraph graph, Func<int, bool> isPassed)
    {
        var passed = graph.Edges.Where(edge => isPassed(edge.From)).ToLookup(edge => edge.From);
        var edges = new List<Edge>();
        var behind = new Dictionary<int, List<Edge>>();
        foreach (var edge in graph.Edges.Where(edge => !isPassed(edge.From)))
        {
            if (!isPassed(edge.To))
            {
                edges.Add(edge);
                continue;
            }

            if (!behind.TryGetValue(edge.To, out var ways))
                behind.Add(edge.To, ways = Behind(edge.To));
            edges.AddRange(ways.Where(way => way.To != edge.From).Select(way => edge with { To = way.To, Evidence = Weaker(edge.Evidence, way.Evidence) }));
        }

        return edges;

        // The strongest way to each first: facades forward to facades, and in which order the edges come must not matter.
        List<Edge> Behind(int facade)
        {
            var ways = new List<Edge>();
            var seen = new HashSet<int>();
            var queue = new PriorityQueue<Edge, Evidence>([(new Edge(facade, facade, Evidence.Load, []), Evidence.Load)]);
            while (queue.TryDequeue(out var way, out _))
            {
                if (!seen.Add(way.To))
                    continue;
                if (!isPassed(way.To))
                {
                    ways.Add(way);
                    continue;
                }

                foreach (var next in passed[way.To])
                {
                    var longer = next with { From = facade, Evidence = Weaker(way.Evidence, next.Evidence) };
                    queue.Enqueue(longer, longer.Evidence);
                }
            }

            return ways;
        }
    }

    private static Evidence Weaker(Evidence a, Evidence b) => a > b ? a : b;
}
