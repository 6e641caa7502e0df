using System.CommandLine;

namespace DepGraph.Tool;

/// <summary>The argument that names a recorded graph.</summary>
internal static class GraphFile
{
    public static Argument<string> Argument() => new("file") { Description = "A graph that was recorded: <App>.depgraph.json." };
}
