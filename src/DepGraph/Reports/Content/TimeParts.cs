using DepGraph.Graph;

namespace DepGraph.Reports.Content;

/// <summary>Where the time of a startup goes, in parts that add up to the time to ready.</summary>
internal static class TimeParts
{
    /// <summary>What each part is called, and its ms; type loads and precompiled code only where they were recorded, as they are in the rest else.</summary>
    public static IReadOnlyList<(string Name, double Ms)> Of(LoadGraph graph)
    {
        var nodes = graph.Nodes;
        var (typeLoad, restore) = (nodes.Sum(node => node.TypeLoadMs ?? 0), nodes.Sum(node => node.RestoreMs ?? 0));
        var (compile, again, initialize) = (nodes.Sum(node => node.CompileMs), nodes.Sum(node => node.RecompileMs), nodes.Sum(node => node.InitializeMs));
        var parts = new List<(string, double)>
        {
            ("looking for assemblies", nodes.Sum(node => node.BindMs)),
            ("mapping them", nodes.Sum(node => node.MapMs)),
            ("compiling methods", compile - again),
            ("compiling them again", again),
        };
        if (nodes.Any(node => node.TypeLoadMs is not null))
            parts.AddRange([("loading types", typeLoad), ("making precompiled code ready", restore)]);
        parts.AddRange(
        [
            ("static constructors and module initializers", initialize),
            ("other code", nodes.Sum(node => node.RunMs) - compile - typeLoad - restore - initialize),
            ("waiting", graph.Run.WaitingMs),
            ("not known", graph.Run.UnattributedMs),
        ]);
        return parts;
    }
}
